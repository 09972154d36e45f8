import { useEffect } from 'react';
import { sentenceOf } from '@/api/problem';
import { BrandSwitch, useBrand, useBrandFrom, useBrands } from '@/features/brand';
import { useMembership } from '@/features/members';
import { setPageTitle, useOnPullDown, usePageQuery } from '@/platform/page';
import { useShare } from '@/platform/share';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Picture } from '@/ui/Picture';
import { Skeleton } from '@/ui/Skeleton';
import { Greeting } from './Greeting';
import styles from './index.module.scss';
import { NearestStore } from './NearestStore';
import { Standing } from './Standing';
import { Ways } from './Ways';

export default function HomePage() {
  useBrandFrom(usePageQuery().brandId);
  const brands = useBrands();
  const brand = useBrand();
  const membership = useMembership(brand?.id);
  useOnPullDown(() => Promise.all([brands.refetch(), membership.refresh()]));
  useEffect(() => {
    if (brand) {
      setPageTitle(brand.name);
    }
  }, [brand]);
  useShare(() => ({
    title: brand ? `${brand.name}：${brand.slogan}` : '老主顾',
    path: `/pages/home/index?brandId=${brand?.id ?? ''}`,
  }));

  if (!brand) {
    return (
      <Page>
        {brands.error ? (
          <ErrorState text={sentenceOf(brands.error)} onRetry={() => void brands.refetch()} />
        ) : (
          <Skeleton bones={['line', 'card', 'block', 'block']} />
        )}
      </Page>
    );
  }
  return (
    <Page>
      <BrandSwitch />
      <Picture src={brand.coverUrl} className={styles.cover} label={brand.slogan} />
      <Greeting persona={brand.persona} />
      <Standing membership={membership} brandId={brand.id} />
      <Ways />
      <NearestStore brandId={brand.id} />
    </Page>
  );
}
