import { useState } from 'react';
import { Button, Form, Select, Space, Typography } from 'antd';
import {
  DISPOSITIONS,
  DISPOSITION_TEXT,
  canAfterSale,
  fenToYuan,
  yuanToFen,
  type Disposition,
} from '@regulars/shared';
import { api } from '../../api/api';
import type { AfterSale } from '../../api/types';
import { texts } from '../../texts';
import { AmountInput } from '../../ui/AmountInput';
import { FormDialog } from '../../ui/FormDialog';
import { ReasonField } from '../../ui/ReasonField';
import { useDone } from '../../ui/use-done';
import { useAfterSaleChanged } from './use-after-sales';

const t = texts.afterSales;

type Dialog = 'approve' | 'reject' | 'receive';

/** What can be decided now; the server has the last word. */
export function AfterSaleActions({ afterSale }: { afterSale: AfterSale }) {
  const [dialog, setDialog] = useState<Dialog>();
  const { status } = afterSale;
  const close = () => setDialog(undefined);
  return (
    <Space wrap>
      {canAfterSale('approve', status) && (
        <Button type="primary" onClick={() => setDialog('approve')}>
          {t.approve}
        </Button>
      )}
      {canAfterSale('receive', status) && (
        <Button type="primary" onClick={() => setDialog('receive')}>
          {t.receive}
        </Button>
      )}
      {(canAfterSale('reject', status) || canAfterSale('refuse_goods', status)) && (
        <Button danger onClick={() => setDialog('reject')}>
          {t.reject}
        </Button>
      )}
      {dialog === 'approve' && <ApproveDialog afterSale={afterSale} onClose={close} />}
      {dialog === 'reject' && <RejectDialog afterSale={afterSale} onClose={close} />}
      {dialog === 'receive' && <ReceiveDialog afterSale={afterSale} onClose={close} />}
    </Space>
  );
}

interface DialogProps {
  afterSale: AfterSale;
  onClose: () => void;
}

function useFinish(onClose: () => void): (text: string) => Promise<void> {
  const changed = useAfterSaleChanged();
  const done = useDone();
  return async (text) => {
    await changed();
    done(text);
    onClose();
  };
}

function ApproveDialog({ afterSale: { id, kind, lines }, onClose }: DialogProps) {
  const finish = useFinish(onClose);
  const payable = kind === 'exchange' ? [] : lines;

  async function approve({ amounts }: { amounts: Record<string, string> }) {
    const body = {
      lines: payable.map(({ lineId, amountFen }) => ({
        lineId,
        amountFen: yuanToFen(amounts[lineId] ?? '') ?? amountFen,
      })),
    };
    await api.post('/api/admin/after-sales/{id}/approval', { path: { id }, body });
    await finish(t.approved);
  }

  return (
    <FormDialog
      title={t.approveTitle}
      open
      initialValues={{
        amounts: Object.fromEntries(lines.map(({ lineId, amountFen }) => [lineId, fenToYuan(amountFen)])),
      }}
      submitText={t.approve}
      onSubmit={approve}
      onClose={onClose}
    >
      {payable.length > 0 && <Typography.Paragraph>{t.approveText}</Typography.Paragraph>}
      {payable.map(({ lineId, name, amountFen }) => (
        <Form.Item
          key={lineId}
          name={['amounts', lineId]}
          label={t.amountOf(name)}
          rules={[
            {
              validator: (_, text: string) =>
                (yuanToFen(text) ?? Number.POSITIVE_INFINITY) <= amountFen
                  ? Promise.resolve()
                  : Promise.reject(new Error(t.amountTooMuch)),
            },
          ]}
        >
          <AmountInput />
        </Form.Item>
      ))}
    </FormDialog>
  );
}

function RejectDialog({ afterSale: { id }, onClose }: DialogProps) {
  const finish = useFinish(onClose);

  async function reject({ reason }: { reason: string }) {
    const body = { reason: reason.trim() };
    await api.post('/api/admin/after-sales/{id}/rejection', { path: { id }, body });
    await finish(t.rejected);
  }

  return (
    <FormDialog
      title={t.rejectTitle}
      open
      danger
      initialValues={{ reason: '' }}
      submitText={t.reject}
      onSubmit={reject}
      onClose={onClose}
    >
      <ReasonField usual={t.rejectReasons} />
    </FormDialog>
  );
}

function ReceiveDialog({ afterSale: { id, lines }, onClose }: DialogProps) {
  const finish = useFinish(onClose);

  async function receive({ fates }: { fates: Record<string, Disposition> }) {
    const body = {
      lines: lines.map(({ lineId }) => ({ lineId, disposition: fates[lineId] ?? 'restock' })),
    };
    await api.post('/api/admin/after-sales/{id}/receipt', { path: { id }, body });
    await finish(t.received);
  }

  return (
    <FormDialog
      title={t.receiveTitle}
      open
      initialValues={{ fates: Object.fromEntries(lines.map(({ lineId }) => [lineId, 'restock' as const])) }}
      submitText={t.receive}
      onSubmit={receive}
      onClose={onClose}
    >
      <Typography.Paragraph>{t.receiveText}</Typography.Paragraph>
      {lines.map(({ lineId, name }) => (
        <Form.Item key={lineId} name={['fates', lineId]} label={t.fateOf(name)}>
          <Select options={DISPOSITIONS.map((value) => ({ value, label: DISPOSITION_TEXT[value] }))} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
