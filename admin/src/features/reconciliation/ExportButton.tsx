import { useState } from 'react';
import { Button, Form, Input, Select, Space, Typography } from 'antd';
import { EXPORT_KINDS, EXPORT_KIND_TEXT, type ExportKind } from '@regulars/shared';
import { useBrandId, useSession } from '../../app/session';
import { links } from '../../api/links';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { required } from '../../ui/rules';
import { useDone } from '../../ui/use-done';

const t = texts.reconciliation;

interface ExportForm {
  kind: ExportKind;
  from: string;
  to: string;
}

/** The browser itself fetches the file, so a year of orders needs no room on the page. */
export function ExportButton({ from, to }: { from: string; to: string }) {
  const [open, setOpen] = useState(false);
  const { can } = useSession();
  const brandId = useBrandId();
  const done = useDone();
  if (!can('reconciliation.export')) {
    return null;
  }
  const close = () => setOpen(false);
  const download = (form: ExportForm) => {
    window.location.assign(links.financeExport({ brandId, ...form }));
    done(t.exportStarted);
    close();
    return Promise.resolve();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.export}</Button>
      <FormDialog
        title={t.exportTitle}
        open={open}
        initialValues={{ kind: 'orders', from, to }}
        submitText={t.exportSubmit}
        onSubmit={download}
        onClose={close}
      >
        <Form.Item name="kind" label={t.exportKind} rules={[required(t.exportKind)]}>
          <Select options={EXPORT_KINDS.map((kind) => ({ value: kind, label: EXPORT_KIND_TEXT[kind] }))} />
        </Form.Item>
        <Form.Item label={t.exportPeriod} required>
          <Space.Compact block>
            <Form.Item name="from" noStyle rules={[required(t.exportPeriod)]}>
              <Input type="date" aria-label={`${t.exportPeriod}：从`} />
            </Form.Item>
            <Form.Item name="to" noStyle rules={[required(t.exportPeriod)]}>
              <Input type="date" aria-label={`${t.exportPeriod}：到`} />
            </Form.Item>
          </Space.Compact>
        </Form.Item>
        <Typography.Text type="secondary">{t.exportHint}</Typography.Text>
      </FormDialog>
    </>
  );
}
