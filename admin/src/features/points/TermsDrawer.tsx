import { Form, Input, Radio } from 'antd';
import { api } from '../../api/api';
import type { PointsTerms } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDrawer } from '../../ui/FormDrawer';
import { isWhole, required } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import { usePointsTermsChanged } from './use-points';

const t = texts.points;

interface Draft {
  pendingDays: string;
  expiry: PointsTerms['expiry'];
  expiryAfter: string;
}

const EXPIRIES = (['never', 'months', 'year_end'] as const).map((value) => ({
  value,
  label: t.expiries[value],
}));

export function TermsDrawer({
  terms,
  open,
  onClose,
}: {
  terms: PointsTerms;
  open: boolean;
  onClose: () => void;
}) {
  const brandId = useBrandId();
  const changed = usePointsTermsChanged();
  const done = useDone();

  async function save({ pendingDays, expiry, expiryAfter = '' }: Draft) {
    await api.put('/api/admin/points-terms', {
      body: {
        brandId,
        pendingDays: Number(pendingDays),
        expiry,
        expiryAfter: expiry === 'never' ? 0 : Number(expiryAfter),
      },
    });
    await changed();
    done(t.saved);
    onClose();
  }

  return (
    <FormDrawer<Draft>
      title={t.terms}
      open={open}
      initialValues={{
        pendingDays: String(terms.pendingDays),
        expiry: terms.expiry,
        expiryAfter: terms.expiryAfter === 0 ? '' : String(terms.expiryAfter),
      }}
      onSubmit={save}
      onClose={onClose}
    >
      <TermsFields />
    </FormDrawer>
  );
}

function TermsFields() {
  const expiry = Form.useWatch<Draft['expiry'] | undefined>('expiry') ?? 'never';
  return (
    <>
      <Form.Item
        name="pendingDays"
        label={t.pendingDays}
        extra={t.pendingDaysHint}
        rules={[required(t.pendingDays), isWhole(0, 60)]}
      >
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="expiry" label={t.expiry} required>
        <Radio.Group options={EXPIRIES} />
      </Form.Item>
      {expiry !== 'never' && (
        <Form.Item
          name="expiryAfter"
          label={t.expiryAfter}
          extra={t.expiryHints[expiry]}
          rules={[required(t.expiryAfter), expiry === 'months' ? isWhole(3, 60) : isWhole(1, 5)]}
        >
          <Input inputMode="numeric" />
        </Form.Item>
      )}
    </>
  );
}
