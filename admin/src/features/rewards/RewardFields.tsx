import { Form, Input, Radio } from 'antd';
import { REWARD_KINDS, REWARD_KIND_TEXT, REWARD_STATUSES, REWARD_STATUS_TEXT } from '@regulars/shared';
import { texts } from '../../texts';
import { PictureField } from '../../ui/PictureField';
import { isWhole, required, satisfies, wholeOf } from '../../ui/rules';
import type { RewardDraft } from './reward-draft';

const t = texts.rewards;
const KINDS = REWARD_KINDS.map((kind) => ({
  value: kind,
  label: `${REWARD_KIND_TEXT[kind]}（${t.kindHints[kind]}）`,
}));
const STATUSES = REWARD_STATUSES.map((status) => ({ value: status, label: REWARD_STATUS_TEXT[status] }));

/** `stock`: what is left of a reward that exists; its kind is settled, its stock only moves. */
export function RewardFields({ stock }: { stock?: number }) {
  const kind = Form.useWatch<RewardDraft['kind'] | undefined>('kind');
  const isNew = stock === undefined;
  return (
    <>
      <Form.Item name="name" label={t.name} rules={[required(t.name)]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} required hidden={!isNew}>
        <Radio.Group options={KINDS} />
      </Form.Item>
      {kind === 'coupon' && (
        <Form.Item name="couponText" label={t.couponText} rules={[required(t.couponText)]}>
          <Input maxLength={200} placeholder={t.couponTextExample} />
        </Form.Item>
      )}
      <Form.Item name="description" label={t.description}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
      </Form.Item>
      <Form.Item name="pictures" label={t.picture}>
        <PictureField max={1} />
      </Form.Item>
      <Form.Item name="points" label={t.points} rules={[required(t.points), isWhole(1, 1_000_000)]}>
        <Input inputMode="numeric" />
      </Form.Item>
      {isNew ? (
        <Form.Item name="stock" label={t.stock} rules={[required(t.stock), isWhole(0, 1_000_000)]}>
          <Input inputMode="numeric" />
        </Form.Item>
      ) : (
        <Form.Item
          name="stock"
          label={t.stockChange}
          extra={t.stockChangeHint(stock)}
          rules={[satisfies((text) => wholeOf(text) !== undefined, t.stockChangeInvalid)]}
        >
          <Input inputMode="numeric" />
        </Form.Item>
      )}
      <Form.Item name="perMemberLimit" label={t.limit} rules={[isWhole(1, 1000)]}>
        <Input inputMode="numeric" placeholder={t.limitHint} />
      </Form.Item>
      <Form.Item name="status" label={t.status} required>
        <Radio.Group options={STATUSES} />
      </Form.Item>
    </>
  );
}
