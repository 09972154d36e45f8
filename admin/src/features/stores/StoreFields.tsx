import { Form, Input, Radio } from 'antd';
import { texts } from '../../texts';
import { isWhole, required, satisfies } from '../../ui/rules';
import { isDegrees } from './store-draft';
import './store-fields.css';

const t = texts.stores;
const isTime = satisfies((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), t.timeInvalid);

const isPhone = satisfies((text) => /^[\d+() -]{5,20}$/.test(text), t.phoneInvalid);

export function StoreFields() {
  return (
    <>
      <Form.Item name="name" label={t.name} rules={[required(t.name)]}>
        <Input maxLength={40} placeholder={t.nameExample} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} required>
        <Radio.Group options={optionsOf(t.kinds)} />
      </Form.Item>
      <Form.Item name="city" label={t.city} rules={[required(t.city)]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="address" label={t.address} rules={[required(t.address)]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 3 }} maxLength={120} />
      </Form.Item>
      <div className="field-pair">
        <Form.Item
          name="lat"
          label={t.lat}
          rules={[required(t.lat), satisfies((text) => isDegrees(text, 90), t.latInvalid)]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item
          name="lng"
          label={t.lng}
          rules={[required(t.lng), satisfies((text) => isDegrees(text, 180), t.lngInvalid)]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
      </div>
      <p className="field-hint">{t.positionHint}</p>
      <div className="field-pair">
        <Form.Item name="opensAt" label={t.opensAt} rules={[required(t.opensAt), isTime]}>
          <Input maxLength={5} />
        </Form.Item>
        <Form.Item name="closesAt" label={t.closesAt} rules={[required(t.closesAt), isTime]}>
          <Input maxLength={5} />
        </Form.Item>
      </div>
      <p className="field-hint">{t.hoursHint}</p>
      <Form.Item name="phone" label={t.phone} rules={[required(t.phone), isPhone]}>
        <Input type="tel" maxLength={20} />
      </Form.Item>
      <Form.Item name="checkInLocation" label={t.checkInLocation} required>
        <Radio.Group options={optionsOf(t.checkInLocations)} />
      </Form.Item>
      <Form.Item
        name="checkInRadiusM"
        label={t.checkInRadius}
        rules={[required(t.checkInRadius), isWhole(50, 5000)]}
      >
        <Input inputMode="numeric" suffix={t.metres} />
      </Form.Item>
    </>
  );
}

function optionsOf(names: Record<string, string>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
