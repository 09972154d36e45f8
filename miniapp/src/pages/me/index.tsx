import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { useBrand } from '@/features/brand';
import { useMe } from '@/features/members';
import { open } from '@/platform/navigate';
import { useOnShow } from '@/platform/page';
import { Block } from '@/ui/Block';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { Skeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';
import { Person } from './Person';

export default function MePage() {
  const brand = useBrand();
  const { data: me, error, refetch } = useMe();
  useOnShow(() => void refetch());

  if (!me) {
    return (
      <Page>
        {error ? (
          <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : (
          <Skeleton bones={['block', 'block', 'block', 'block']} />
        )}
      </Page>
    );
  }
  return (
    <Page>
      <Person me={me} brandId={brand?.id} />
      {me.staff && (
        <Block flush>
          <Row
            icon="store"
            title="门店工作台"
            note={me.staff.stores.map(({ name }) => name).join('、')}
            onClick={() => open('workbench')}
          />
        </Block>
      )}
      <Block flush>
        <Row icon="receipt" title="我的订单" onClick={() => open('orders')} />
        <Row icon="coin" title="我的积分" onClick={() => open('points')} />
        <Row icon="gift" title="我的兑换" onClick={() => open('redemptions')} />
        <Row icon="scan" title="到店签到" onClick={() => open('checkIn')} />
        <Row icon="truck" title="收货地址" onClick={() => open('addresses')} />
      </Block>
      <Block flush>
        <Row icon="bell" title="授权与偏好" onClick={() => open('consents')} />
        <Row icon="shield" title="隐私保护指引" onClick={() => open('privacy')} />
        {me.memberId && <Row icon="trash" title="删除我的账户" onClick={() => open('erasure')} />}
      </Block>
      {!me.staff && (
        <View className={styles.foot} onClick={() => open('workbench')}>
          我是门店的工作人员
        </View>
      )}
    </Page>
  );
}
