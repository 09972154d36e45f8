import { useState } from 'react';
import { Button, Form, Input, Space, Typography } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReviewPart } from '@regulars/shared';
import { api } from '../../api/api';
import type { Review } from '../../api/types';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { ReasonField } from '../../ui/ReasonField';
import { required } from '../../ui/rules';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';

const t = texts.reviews;

/** Public or not, and the brand's answer. What waits of a review, its first words or what was added, is decided. */
export function ReviewActions({ review }: { review: Review }) {
  const [dialog, setDialog] = useState<'hide' | 'reply'>();
  const queryClient = useQueryClient();
  const done = useDone();
  const part: ReviewPart = review.moreStatus === 'held' ? 'more' : 'first';
  const status = part === 'more' ? review.moreStatus : review.status;
  const path = { id: review.id };

  async function finish(text: string) {
    await queryClient.invalidateQueries({ queryKey: ['reviews'] });
    done(text);
    setDialog(undefined);
  }
  const approving = useAction(async () => {
    await api.post('/api/admin/reviews/{id}/approval', { path, body: { part } });
    await finish(t.approved);
  });
  async function hide({ reason }: { reason: string }) {
    await api.post('/api/admin/reviews/{id}/hiding', { path, body: { part, reason: reason.trim() } });
    await finish(t.hidden);
  }
  async function reply({ text }: { text: string }) {
    await api.post('/api/admin/reviews/{id}/reply', { path, body: { text: text.trim() } });
    await finish(t.replied);
  }

  return (
    <Space wrap>
      {(status === 'held' || status === 'hidden') && (
        <Button size="small" type="primary" loading={approving.busy} onClick={approving.run}>
          {t.approve}
        </Button>
      )}
      {(status === 'held' || status === 'public') && (
        <Button size="small" danger onClick={() => setDialog('hide')}>
          {t.hide}
        </Button>
      )}
      <Button size="small" onClick={() => setDialog('reply')}>
        {t.reply}
      </Button>
      {dialog === 'hide' && (
        <FormDialog
          title={t.hideTitle}
          open
          danger
          initialValues={{ reason: '' }}
          submitText={t.hide}
          onSubmit={hide}
          onClose={() => setDialog(undefined)}
        >
          <Typography.Paragraph>{t.hideHint}</Typography.Paragraph>
          <ReasonField usual={t.hideReasons} />
        </FormDialog>
      )}
      {dialog === 'reply' && (
        <FormDialog
          title={t.replyTitle}
          open
          initialValues={{ text: review.reply ?? '' }}
          submitText={t.reply}
          onSubmit={reply}
          onClose={() => setDialog(undefined)}
        >
          <Form.Item name="text" label={t.replyText} rules={[required(t.replyText)]}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={300} />
          </Form.Item>
        </FormDialog>
      )}
    </Space>
  );
}
