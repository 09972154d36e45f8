import { Checkbox, Form, Input, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDrawer } from '../../ui/FormDrawer';
import { isWhole, required, wholeOf } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import { usePricingChanged } from './use-pricing';

const t = texts.pointsRule;

interface RuleDraft {
  enabled: boolean;
  pointsPerYuan: string;
  minPoints: string;
  maxPoints: string;
  maxRate: string;
  withCoupons: boolean;
}

export function PointsRuleDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const brandId = useBrandId();
  const changed = usePricingChanged();
  const done = useDone();
  const rule = useQuery({
    queryKey: keys.pointsRule(brandId),
    enabled: open,
    queryFn: () => api.get('/api/admin/points-rule', { query: { brandId } }),
  });

  async function save(draft: RuleDraft) {
    await api.put('/api/admin/points-rule', {
      query: { brandId },
      body: {
        enabled: draft.enabled,
        pointsPerYuan: wholeOf(draft.pointsPerYuan) ?? 100,
        minPoints: wholeOf(draft.minPoints) ?? 0,
        maxPoints: wholeOf(draft.maxPoints) ?? null,
        maxRateBp: (wholeOf(draft.maxRate) ?? 0) * 100,
        withCoupons: draft.withCoupons,
      },
    });
    await changed();
    done(t.saved);
    onClose();
  }

  if (!rule.data) {
    return null;
  }
  const draft: RuleDraft = {
    enabled: rule.data.enabled,
    pointsPerYuan: String(rule.data.pointsPerYuan),
    minPoints: String(rule.data.minPoints),
    maxPoints: rule.data.maxPoints === null ? '' : String(rule.data.maxPoints),
    maxRate: String(Math.round(rule.data.maxRateBp / 100)),
    withCoupons: rule.data.withCoupons,
  };
  return (
    <FormDrawer title={t.title} open={open} initialValues={draft} onSubmit={save} onClose={onClose}>
      <Typography.Paragraph type="secondary">{t.hint}</Typography.Paragraph>
      <Form.Item name="enabled" valuePropName="checked">
        <Checkbox>{t.enabled}</Checkbox>
      </Form.Item>
      <Form.Item
        name="pointsPerYuan"
        label={t.pointsPerYuan}
        rules={[required(t.pointsPerYuan), isWhole(1, 1_000_000)]}
      >
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item
        name="minPoints"
        label={t.minPoints}
        rules={[required(t.minPoints), isWhole(0, 100_000_000)]}
      >
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="maxPoints" label={t.maxPoints} rules={[isWhole(1, 100_000_000)]}>
        <Input inputMode="numeric" placeholder={texts.promotions.unlimited} />
      </Form.Item>
      <Form.Item name="maxRate" label={t.maxRate} rules={[required(t.maxRate), isWhole(0, 100)]}>
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="withCoupons" valuePropName="checked">
        <Checkbox>{t.withCoupons}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
