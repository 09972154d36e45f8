import { Form, Input, InputNumber, Select, Typography } from 'antd';
import { CARRIER_CODES, CARRIERS, TRACKING_NO, type Carrier } from '@regulars/shared';
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
  /** Pieces by line. */
  pieces: Record<string, number | null>;
}

/** One parcel: what still waits goes into it unless fewer pieces are chosen. */
export function ShipDialog({ order, open, onClose }: { order: Order; open: boolean; onClose: () => void }) {
  const orderChanged = useOrderChanged();
  const done = useDone();
  const waiting = order.lines.filter(({ waitingQuantity }) => waitingQuantity > 0);

  async function ship({ company, trackingNo, pieces }: ShipForm) {
    if (company === undefined) {
      return;
    }
    const lines = waiting.flatMap(({ id }) => {
      const quantity = pieces[id] ?? 0;
      return quantity > 0 ? [{ lineId: id, quantity }] : [];
    });
    await api.post('/api/admin/orders/{id}/shipment', {
      path: { id: order.id },
      body: { company, trackingNo, lines },
    });
    await orderChanged();
    done(t.shipped);
    onClose();
  }

  return (
    <FormDialog<ShipForm>
      title={t.shipTitle}
      open={open}
      initialValues={{
        trackingNo: '',
        pieces: Object.fromEntries(waiting.map(({ id, waitingQuantity }) => [id, waitingQuantity])),
      }}
      submitText={t.shipSubmit}
      onSubmit={ship}
      onClose={onClose}
    >
      <Typography.Paragraph type="secondary">{t.shipHint}</Typography.Paragraph>
      {waiting.map(({ id, name, waitingQuantity }) => (
        <Form.Item key={id} name={['pieces', id]} label={t.shipLine(name, waitingQuantity)}>
          <InputNumber min={0} max={waitingQuantity} precision={0} />
        </Form.Item>
      ))}
      <Form.Item name="company" label={t.company} rules={[picked(t.company)]}>
        <Select options={COMPANIES} showSearch optionFilterProp="label" />
      </Form.Item>
      <Form.Item
        name="trackingNo"
        label={t.trackingNo}
        normalize={(value: string) => value.replace(/\s/g, '').toUpperCase()}
        rules={[{ required: true, pattern: TRACKING_NO, message: t.trackingNoInvalid }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
