import { Button, Modal, QRCode, Typography } from 'antd';
import type { Invitation } from '../../api/types';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import './invitation-dialog.css';

const t = texts.staff;

export interface SentInvitation {
  name: string;
  invitation: Invitation;
}

/** Shown once: the server keeps only a hash of the code. */
export function InvitationDialog({
  sent,
  onClose,
}: {
  sent: SentInvitation | undefined;
  onClose: () => void;
}) {
  return (
    <Modal
      title={sent && t.inviteTitle(sent.name)}
      open={sent !== undefined}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t.inviteDone}
        </Button>
      }
      maskClosable={false}
    >
      {sent && (
        <div className="invitation">
          <QRCode value={sent.invitation.code} type="svg" size={200} bordered={false} />
          <Typography.Text copyable className="invitation-code">
            {sent.invitation.code}
          </Typography.Text>
          <Typography.Paragraph>{t.inviteText}</Typography.Paragraph>
          <Typography.Text type="secondary">
            {t.inviteExpires(formatInstant(sent.invitation.expiresAt))}
          </Typography.Text>
        </div>
      )}
    </Modal>
  );
}
