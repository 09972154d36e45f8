import { Form, Input, Select } from 'antd';
import { CARRIER_CODES, CARRIERS, type Carrier } from '@regulars/shared';
import { api } from '../../api/api';
import type { Order } from '../../api/types';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { picked } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import { useOrderChanged } from './use-orders';

const t = texts.orders;
const COMPANIES = CARRIER_CODES.map((code) => ({ value: code, label: CARRIERS[code] }));

interface ShipForm {
  company?: Carrier;
  trackingNo: string;
}

export function ShipDialog({ order, open, onClose }: { order: Order; open: boolean; onClose: () => void }) {
  const orderChanged = useOrderChanged();
  const done = useDone();

  async function ship({ company, trackingNo }: ShipForm) {
    if (company === undefined) {
      return;
    }
    await api.post('/api/admin/orders/{id}/shipment', {
      path: { id: order.id },
      body: { company, trackingNo },
    });
    await orderChanged();
    done(t.shipped);
    onClose();
  }

  return (
    <FormDialog<ShipForm>
      title={t.shipTitle}
      open={open}
      initialValues={{ trackingNo: '' }}
      submitText={t.shipSubmit}
      onSubmit={ship}
      onClose={onClose}
    >
      <Form.Item name="company" label={t.company} rules={[picked(t.company)]}>
        <Select options={COMPANIES} showSearch optionFilterProp="label" />
      </Form.Item>
      <Form.Item
        name="trackingNo"
        label={t.trackingNo}
        normalize={(value: string) => value.replace(/\s/g, '').toUpperCase()}
        rules={[{ required: true, pattern: /^[0-9A-Z-]{1,40}$/, message: t.trackingNoInvalid }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
