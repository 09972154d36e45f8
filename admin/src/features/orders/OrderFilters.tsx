import { DatePicker, Input, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useStores } from '../stores/use-stores';
import { texts } from '../../texts';
import type { OrderFilter } from './use-orders';

const t = texts.orders;
const DAY = 'YYYY-MM-DD';
const NUMBER = /^\d{26}$/;
const PHONE = /^1[3-9]\d{9}$/;

/** By store, by day, or one by its number or the phone it goes to. */
export function OrderFilters({
  filter,
  onChange,
}: {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
}) {
  const stores = useStores();
  const days = filter.from && filter.to ? ([dayjs(filter.from), dayjs(filter.to)] as const) : null;

  function search(text: string) {
    const wanted = text.replace(/\s/g, '');
    onChange({
      ...filter,
      number: NUMBER.test(wanted) ? wanted : undefined,
      phone: PHONE.test(wanted) ? wanted : undefined,
    });
  }

  return (
    <Space wrap className="order-filters">
      <Input.Search
        allowClear
        defaultValue={filter.number ?? filter.phone}
        placeholder={t.searchHint}
        aria-label={t.searchHint}
        onSearch={search}
        style={{ width: 300, maxWidth: '100%' }}
      />
      <Select
        allowClear
        value={filter.storeId}
        placeholder={t.everyStore}
        aria-label={t.everyStore}
        options={(stores.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(storeId: string | undefined) => onChange({ ...filter, storeId })}
        style={{ width: 180 }}
      />
      <DatePicker.RangePicker
        value={days ? [days[0], days[1]] : null}
        onChange={(range) =>
          onChange({ ...filter, from: range?.[0]?.format(DAY), to: range?.[1]?.format(DAY) })
        }
      />
    </Space>
  );
}
