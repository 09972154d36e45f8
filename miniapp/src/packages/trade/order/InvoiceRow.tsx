import { INVOICE_STATUS_TEXT } from '@regulars/shared';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import type { InvoiceDraft, OrderView } from '@/api/views';
import { InvoiceSheet, useOrderActions } from '@/features/orders';
import { copyText, say } from '@/platform/notice';
import { Row } from '@/ui/Row';

/** The invoice of an order: asked for, corrected until it is made out, then its number. */
export function InvoiceRow({ order }: { order: OrderView }) {
  const { invoice } = order;
  const [asking, setAsking] = useState(false);
  const { requestInvoice } = useOrderActions();
  const saving = useAction(async (draft: InvoiceDraft) => {
    await requestInvoice(order.id, draft);
    setAsking(false);
    say('已经记下，开好会发到邮箱');
  });
  if (invoice?.number) {
    const { number } = invoice;
    return (
      <Row
        icon="receipt"
        title="发票已开"
        note={`${invoice.title} · ${number}`}
        onClick={() => void copyText(number, '发票号码已复制')}
      />
    );
  }
  return (
    <>
      <Row
        icon="receipt"
        title="发票"
        note={invoice ? `${invoice.title} · ${INVOICE_STATUS_TEXT[invoice.status]}` : undefined}
        value={invoice ? '修改' : '申请开票'}
        onClick={() => setAsking(true)}
      />
      {asking && (
        <InvoiceSheet
          initial={invoice ? { ...invoice, taxNumber: invoice.taxNumber ?? undefined } : undefined}
          busy={saving.busy}
          onSave={saving.run}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
