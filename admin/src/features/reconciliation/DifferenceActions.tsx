import { useState } from 'react';
import { Button, Space, Typography } from 'antd';
import type { Difference } from '../../api/types';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { ReasonField } from '../../ui/ReasonField';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { useReconciling } from './use-reconciliation';

const t = texts.reconciliation;
const NOTE_MAX = 200;

/** One click where WeChat's own answer decides; everything else takes a person's word. */
export function DifferenceActions({ difference }: { difference: Difference }) {
  const [accepting, setAccepting] = useState(false);
  const { mend, accept } = useReconciling();
  const done = useDone();
  const mending = useAction(async () => {
    await mend(difference.id);
    done(t.mended);
  });
  if (difference.state !== 'open') {
    return null;
  }
  const close = () => setAccepting(false);
  return (
    <Space wrap>
      {difference.mendable && (
        <Button type="primary" onClick={mending.run} loading={mending.busy}>
          {t.mend}
        </Button>
      )}
      <Button onClick={() => setAccepting(true)}>{t.accept}</Button>
      <FormDialog
        title={t.acceptTitle}
        open={accepting}
        initialValues={{ reason: '' }}
        submitText={t.acceptSubmit}
        onSubmit={async ({ reason }) => {
          await accept(difference.id, reason.trim());
          done(t.accepted);
          close();
        }}
        onClose={close}
      >
        <Typography.Paragraph>{t.acceptText}</Typography.Paragraph>
        <ReasonField usual={t.acceptReasons} max={NOTE_MAX} />
      </FormDialog>
    </Space>
  );
}
