import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button, Select } from 'antd';
import { Allowed } from '../app/AllowedPage';
import { paths } from '../app/paths';
import { useBrandId } from '../app/session';
import type { ProductStatus } from '../api/types';
import { CategoriesDrawer } from '../features/catalogue/CategoriesDrawer';
import { PRODUCT_STATUSES } from '../features/catalogue/product-draft';
import { ProductTable } from '../features/catalogue/ProductTable';
import { useCategories, useProducts } from '../features/catalogue/use-catalogue';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';

const t = texts.catalogue;
const STATUS_OPTIONS = PRODUCT_STATUSES.map((status) => ({ value: status, label: t.statuses[status] }));

export function Page() {
  const brandId = useBrandId();
  const [params, setParams] = useSearchParams();
  const [managing, setManaging] = useState(false);
  const status = PRODUCT_STATUSES.find((candidate) => candidate === params.get('status'));
  const categories = useCategories().data?.items ?? [];
  const list = useProducts({ status });
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Allowed to="catalogue.edit">
          <Button onClick={() => setManaging(true)}>{t.categories}</Button>
          <Link to={paths.newProduct(brandId)}>
            <Button type="primary" tabIndex={-1}>
              {t.create}
            </Button>
          </Link>
        </Allowed>
      }
    >
      <div>
        <Select
          allowClear
          value={status}
          placeholder={t.allStatuses}
          aria-label={t.status}
          options={STATUS_OPTIONS}
          onChange={(next?: ProductStatus) => setParams(next ? { status: next } : {})}
          style={{ minWidth: 180 }}
        />
      </div>
      <ProductTable list={list} categories={categories} />
      <CategoriesDrawer categories={categories} open={managing} onClose={() => setManaging(false)} />
    </PageFrame>
  );
}
