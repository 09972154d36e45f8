import { useState } from 'react';
import { Button, Form, Input, InputNumber, Select, Switch, Typography } from 'antd';
import { paths } from '../app/paths';
import { useBrandId } from '../app/session';
import { useCheckoutLinks } from '../features/orders/use-order-desk';
import { useStock } from '../features/stock/use-stock';
import { useStores } from '../features/stores/use-stores';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import type { Column } from '../ui/records';
import { picked, required } from '../ui/rules';
import { useDone } from '../ui/use-done';
import { Moment } from '../ui/values';
import type { CheckoutLink } from '../api/types';

const t = texts.orders;

interface LinkForm {
  title: string;
  storeId?: string;
  skuId?: string;
  quantity: number;
}

/** Links for messages: whoever opens one finds a filled checkout. */
export function Page() {
  const brandId = useBrandId();
  const { list, create, setActive } = useCheckoutLinks();
  const [making, setMaking] = useState(false);
  const done = useDone();
  const columns: readonly Column<CheckoutLink>[] = [
    { key: 'title', title: t.linkTitle, render: (row) => row.title },
    {
      key: 'path',
      title: t.linkPath,
      render: (row) => <Typography.Text copyable>{row.path}</Typography.Text>,
    },
    { key: 'orders', title: t.linkOrders, align: 'end', render: (row) => row.orders },
    { key: 'createdAt', title: t.createdAt, render: (row) => <Moment at={row.createdAt} /> },
    {
      key: 'active',
      title: t.linkActive,
      render: (row) => (
        <Switch
          checked={row.active}
          aria-label={t.linkActive}
          onChange={(active) => void setActive(row.code, active)}
        />
      ),
    },
  ];
  return (
    <PageFrame
      title={t.links}
      hint={t.linksHint}
      back={{ to: paths.page(brandId, 'orders'), text: t.title }}
      actions={
        <Button type="primary" onClick={() => setMaking(true)}>
          {t.linkNew}
        </Button>
      }
    >
      <RecordList
        label={t.links}
        list={list}
        columns={columns}
        rowKey={({ code }) => code}
        empty={t.linksEmpty}
      />
      <FormDialog<LinkForm>
        title={t.linkNew}
        open={making}
        initialValues={{ title: '', quantity: 1 }}
        submitText={t.linkNew}
        onSubmit={async ({ title, storeId, skuId, quantity }) => {
          if (skuId !== undefined) {
            await create({ title: title.trim(), skuId, quantity, storeId });
            setMaking(false);
            done(t.linkCreated);
          }
        }}
        onClose={() => setMaking(false)}
      >
        <LinkFields />
      </FormDialog>
    </PageFrame>
  );
}

function LinkFields() {
  const stores = useStores();
  const storeId = Form.useWatch<string | undefined>('storeId');
  return (
    <>
      <Form.Item name="title" label={t.linkTitle} rules={[required(t.linkTitle)]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="storeId" label={t.linkStore} rules={[picked(t.linkStore)]}>
        <Select
          options={(stores.data ?? [])
            .filter(({ kind, archived }) => kind === 'store' && !archived)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {storeId !== undefined && <SkuField storeId={storeId} />}
      <Form.Item name="quantity" label={t.linkQuantity}>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
    </>
  );
}

function SkuField({ storeId }: { storeId: string }) {
  const { rows, hasMore, loadMore } = useStock(storeId);
  return (
    <Form.Item name="skuId" label={t.linkSku} rules={[picked(t.linkSku)]}>
      <Select
        showSearch
        optionFilterProp="label"
        options={rows.map(({ skuId, productName, skuName }) => ({
          value: skuId,
          label: productName === skuName ? skuName : `${productName} ${skuName}`,
        }))}
        onPopupScroll={() => hasMore && loadMore()}
      />
    </Form.Item>
  );
}
