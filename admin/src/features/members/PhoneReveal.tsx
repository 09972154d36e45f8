import { useState } from 'react';
import { Button, Space, Typography } from 'antd';
import { Allowed } from '../../app/AllowedPage';
import { api } from '../../api/api';
import { texts } from '../../texts';
import { FormDialog } from '../../ui/FormDialog';
import { ReasonField } from '../../ui/ReasonField';
import { useBrandId } from '../../app/session';

const t = texts.members;

/** The phone stays masked until somebody says why they need it; the server notes who, when and why. */
export function PhoneReveal({ memberId, masked }: { memberId: string; masked: string | null }) {
  const brandId = useBrandId();
  const [asking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string>();
  if (masked === null) {
    return <>{t.noPhone}</>;
  }
  if (phone) {
    return (
      <Space direction="vertical" size={0}>
        <Typography.Text copyable>{phone}</Typography.Text>
        <Typography.Text type="secondary">{t.revealed}</Typography.Text>
      </Space>
    );
  }
  return (
    <Space wrap>
      {masked}
      <Allowed to="members.reveal">
        <Button size="small" onClick={() => setAsking(true)}>
          {t.reveal}
        </Button>
      </Allowed>
      <FormDialog
        title={t.revealTitle}
        open={asking}
        initialValues={{ reason: '' }}
        submitText={t.revealSubmit}
        onClose={() => setAsking(false)}
        onSubmit={async ({ reason }) => {
          const path = { id: memberId };
          const answer = await api.post('/api/admin/members/{id}/phone-reveal', {
            path,
            body: { brandId, reason },
          });
          setPhone(answer.phone);
          setAsking(false);
        }}
      >
        <Typography.Paragraph type="secondary">{t.revealText}</Typography.Paragraph>
        <ReasonField usual={t.revealReasons} />
      </FormDialog>
    </Space>
  );
}
