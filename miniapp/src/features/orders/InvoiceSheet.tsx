import { INVOICE_KIND_TEXT, INVOICE_KINDS, isTaxNumber } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { InvoiceDraft } from '@/api/views';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import styles from './InvoiceSheet.module.scss';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

interface InvoiceSheetProps {
  initial: InvoiceDraft | undefined;
  busy?: boolean;
  onSave: (invoice: InvoiceDraft) => void;
  /** Absent where there is nothing to take back. */
  onNone?: () => void;
  onClose: () => void;
}

/** For whom an invoice is made out. */
export function InvoiceSheet({ initial, busy = false, onSave, onNone, onClose }: InvoiceSheetProps) {
  const [draft, setDraft] = useState<InvoiceDraft>(initial ?? { kind: 'personal', title: '', email: '' });
  const [tried, setTried] = useState(false);
  const company = draft.kind === 'company';
  const problems = problemsOf(draft);
  const shown = tried ? problems : {};
  const edit = (change: Partial<InvoiceDraft>) => setDraft((current) => ({ ...current, ...change }));
  const save = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) {
      onSave({ ...draft, taxNumber: company ? draft.taxNumber : undefined });
    }
  };
  return (
    <Sheet
      open
      title="开发票"
      onClose={onClose}
      footer={
        <>
          <Button block busy={busy} onClick={save}>
            就这样开
          </Button>
          {onNone && (
            <Button kind="quiet" block onClick={onNone}>
              不开发票
            </Button>
          )}
        </>
      }
    >
      <View className={styles.kinds}>
        {INVOICE_KINDS.map((kind) => (
          <View
            key={kind}
            className={cx(styles.kind, kind === draft.kind && styles.current)}
            onClick={() => edit({ kind })}
          >
            {INVOICE_KIND_TEXT[kind]}
          </View>
        ))}
      </View>
      <Field
        label="抬头"
        value={draft.title}
        placeholder={company ? '营业执照上的全称' : '你的姓名'}
        maxLength={60}
        error={shown.title}
        onChange={(title) => edit({ title })}
      />
      {company && (
        <Field
          label="税号"
          value={draft.taxNumber ?? ''}
          placeholder="18 位统一社会信用代码"
          maxLength={20}
          error={shown.taxNumber}
          onChange={(taxNumber) => edit({ taxNumber: taxNumber.trim().toUpperCase() })}
        />
      )}
      <Field
        label="邮箱"
        value={draft.email}
        placeholder="电子发票发到这里"
        maxLength={100}
        error={shown.email}
        onChange={(email) => edit({ email: email.trim() })}
      />
    </Sheet>
  );
}

function problemsOf({
  kind,
  title,
  taxNumber,
  email,
}: InvoiceDraft): Partial<Record<keyof InvoiceDraft, string>> {
  return {
    ...(title.trim() ? {} : { title: '请写上抬头。' }),
    ...(kind === 'personal' || isTaxNumber(taxNumber ?? '') ? {} : { taxNumber: '税号不对，请核对一下。' }),
    ...(EMAIL.test(email) ? {} : { email: '请写上能收到发票的邮箱。' }),
  };
}
