import { Button, Card, Empty, Form, Input, Progress, Space, Typography } from 'antd';
import { api } from '../../api/api';
import { Attempt } from '../../api/idempotency';
import type { CouponBatch, CouponDrop, CouponTemplate } from '../../api/types';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import { FormDialog } from '../../ui/FormDialog';
import { Loaded } from '../../ui/Loaded';
import { isWhole, required, wholeOf } from '../../ui/rules';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { useCouponBatches, useCouponDrops, usePricingChanged } from './use-pricing';

const t = texts.coupons;
const attempt = new Attempt();

interface GivingProps {
  template: CouponTemplate;
  onClose: () => void;
}

/** To every member, in the background. */
export function BatchDialog({ template, onClose }: GivingProps) {
  const changed = usePricingChanged();
  const done = useDone();
  async function give() {
    const body = { templateId: template.id };
    await api.post('/api/admin/coupon-batches', {
      body,
      headers: { 'Idempotency-Key': attempt.keyFor(body) },
    });
    attempt.settle();
    await changed();
    done(t.given);
    onClose();
  }
  return (
    <FormDialog
      title={t.giveAll}
      open
      initialValues={{}}
      submitText={t.giving}
      onSubmit={give}
      onClose={onClose}
    >
      <Typography.Paragraph>{t.giveAllText(template.terms.name)}</Typography.Paragraph>
    </FormDialog>
  );
}

interface DropDraft {
  name: string;
  groups: string;
  perGroup: string;
  hours: string;
}

const NEW_DROP: DropDraft = { name: '', groups: '', perGroup: '10', hours: '2' };

/** So many for each group, from now on. */
export function DropDialog({ template, onClose }: GivingProps) {
  const changed = usePricingChanged();
  const done = useDone();
  async function create(draft: DropDraft) {
    const now = Date.now();
    await api.post('/api/admin/coupon-drops', {
      body: {
        templateId: template.id,
        name: draft.name.trim(),
        startsAt: new Date(now).toISOString(),
        endsAt: new Date(now + (wholeOf(draft.hours) ?? 1) * 3_600_000).toISOString(),
        perGroup: wholeOf(draft.perGroup) ?? 10,
        groups: draft.groups
          .split('\n')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      },
    });
    await changed();
    done(t.dropDone);
    onClose();
  }
  return (
    <FormDialog
      title={t.dropTitle}
      open
      initialValues={NEW_DROP}
      submitText={t.dropCreate}
      onSubmit={create}
      onClose={onClose}
    >
      <Form.Item name="name" label={t.dropName} rules={[required(t.dropName)]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="groups" label={t.dropGroups} rules={[required(t.dropGroups)]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      <Space>
        <Form.Item
          name="perGroup"
          label={t.dropPerGroup}
          rules={[required(t.dropPerGroup), isWhole(1, 10_000)]}
        >
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item name="hours" label={t.dropHours} rules={[required(t.dropHours), isWhole(1, 720)]}>
          <Input inputMode="numeric" />
        </Form.Item>
      </Space>
    </FormDialog>
  );
}

const BATCH_STATE = { running: t.running, done: t.done, stopped: t.halted } as const;

export function GivingRecords() {
  return (
    <Space direction="vertical" size={16} style={{ width: '100%', marginTop: 16 }}>
      <Card title={t.batches} size="small">
        <Loaded query={useCouponBatches()} rows={2}>
          {(batches) =>
            batches.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.batchesEmpty} />
            ) : (
              batches.map((batch) => <Batch key={batch.id} batch={batch} />)
            )
          }
        </Loaded>
      </Card>
      <Card title={t.drops} size="small">
        <Loaded query={useCouponDrops()} rows={2}>
          {(drops) =>
            drops.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.dropsEmpty} />
            ) : (
              drops.map((drop) => <Drop key={drop.id} drop={drop} />)
            )
          }
        </Loaded>
      </Card>
    </Space>
  );
}

function Batch({ batch }: { batch: CouponBatch }) {
  const changed = usePricingChanged();
  const stop = useAction(async () => {
    await api.post('/api/admin/coupon-batches/{id}/stop', { path: { id: batch.id } });
    await changed();
  });
  const percent = batch.total === 0 ? 100 : Math.floor((batch.issued * 100) / batch.total);
  return (
    <div style={{ paddingBlock: 8 }}>
      <Space wrap>
        <span>{formatInstant(batch.createdAt)}</span>
        <span>{`${BATCH_STATE[batch.state]} ${batch.issued} / ${batch.total}`}</span>
        {batch.note !== '' && <Typography.Text type="secondary">{batch.note}</Typography.Text>}
        {batch.state === 'running' && (
          <Button size="small" loading={stop.busy} onClick={stop.run}>
            {t.stopBatch}
          </Button>
        )}
      </Space>
      <Progress percent={batch.state === 'done' ? 100 : percent} size="small" />
    </div>
  );
}

function Drop({ drop }: { drop: CouponDrop }) {
  return (
    <div style={{ paddingBlock: 8 }}>
      <strong>{drop.name}</strong> {formatInstant(drop.startsAt)}{' '}
      {texts.promotions.until(formatInstant(drop.endsAt))}
      {drop.groups.map((group) => (
        <div key={group.code}>
          {`${group.name}：${t.taken} ${group.taken} / ${drop.perGroup}，${t.used} ${group.used} · `}
          <Typography.Text copyable={{ text: `packages/loyalty/coupon-drop/index?code=${group.code}` }} code>
            {group.code}
          </Typography.Text>
        </div>
      ))}
    </div>
  );
}
