import { useState } from 'react';
import { Button, InputNumber, Popover, Space } from 'antd';
import { api } from '../../api/api';
import type { StockRow } from '../../api/types';
import { texts } from '../../texts';
import { useAction } from '../../ui/use-action';
import { useStockChanged } from './use-stock';

const t = texts.stock;

/** With how few left somebody wants to be told. */
export function ThresholdButton({ storeId, row }: { storeId: string; row: StockRow }) {
  const [open, setOpen] = useState(false);
  const [lowAt, setLowAt] = useState(row.lowAt);
  const stockChanged = useStockChanged();
  const { busy, run } = useAction(async () => {
    await api.put('/api/admin/stock/thresholds', { body: { skuId: row.skuId, storeId, lowAt } });
    setOpen(false);
    await stockChanged();
  });
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      title={t.threshold}
      content={
        <Space>
          <InputNumber
            min={0}
            max={1_000_000}
            precision={0}
            value={lowAt}
            placeholder={t.thresholdNone}
            aria-label={t.threshold}
            onChange={setLowAt}
          />
          <Button type="primary" loading={busy} onClick={run}>
            {texts.common.save}
          </Button>
        </Space>
      }
    >
      <Button size="small">{row.lowAt === null ? t.thresholdSet : t.thresholdAt(row.lowAt)}</Button>
    </Popover>
  );
}
