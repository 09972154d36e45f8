import { Button, Card, Checkbox, Form, Input, Select, Space } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { fenToYuan, yuanToFen } from '@regulars/shared';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { AmountInput } from '../../ui/AmountInput';
import { FormDrawer } from '../../ui/FormDrawer';
import { isWhole, required, satisfies, wholeOf } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import { usePricingChanged } from './use-pricing';

const t = texts.freight;
const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门'
    .split(' ')
    .map((name) => ({ value: name, label: name }));
const isAmount = satisfies((text) => yuanToFen(text) !== undefined, texts.common.priceInvalid);

interface ZoneDraft {
  name: string;
  provinces: string[];
  delivers: boolean;
  firstG: string;
  first: string;
  stepG: string;
  step: string;
  freeFrom: string;
}

const NEW_ZONE: ZoneDraft = {
  name: '',
  provinces: [],
  delivers: true,
  firstG: '1000',
  first: '10',
  stepG: '1000',
  step: '5',
  freeFrom: '',
};

export function FreightDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const brandId = useBrandId();
  const changed = usePricingChanged();
  const done = useDone();
  const template = useQuery({
    queryKey: keys.freight(brandId),
    enabled: open,
    queryFn: () => api.get('/api/admin/freight-template', { query: { brandId } }),
  });

  async function save({ zones }: { zones: ZoneDraft[] }) {
    await api.put('/api/admin/freight-template', {
      query: { brandId },
      body: {
        zones: zones.map((zone) => ({
          name: zone.name.trim(),
          provinces: zone.provinces,
          delivers: zone.delivers,
          firstG: wholeOf(zone.firstG) ?? 0,
          firstFen: yuanToFen(zone.first) ?? 0,
          stepG: wholeOf(zone.stepG) ?? 0,
          stepFen: yuanToFen(zone.step) ?? 0,
          freeFromFen: zone.freeFrom.trim() === '' ? null : (yuanToFen(zone.freeFrom) ?? null),
        })),
      },
    });
    await changed();
    done(t.saved);
    onClose();
  }

  if (!template.data) {
    return null;
  }
  const zones = template.data.zones.map((zone): ZoneDraft => ({
    name: zone.name,
    provinces: zone.provinces,
    delivers: zone.delivers,
    firstG: String(zone.firstG),
    first: fenToYuan(zone.firstFen),
    stepG: String(zone.stepG),
    step: fenToYuan(zone.stepFen),
    freeFrom: zone.freeFromFen === null ? '' : fenToYuan(zone.freeFromFen),
  }));
  return (
    <FormDrawer title={t.title} open={open} initialValues={{ zones }} onSubmit={save} onClose={onClose}>
      <Form.List name="zones">
        {(fields, { add, remove }) => (
          <Space direction="vertical" size={12} style={{ width: '100%' }}>
            {fields.map(({ key, name }) => (
              <Card
                key={key}
                size="small"
                extra={
                  fields.length > 1 && (
                    <Button type="text" size="small" onClick={() => remove(name)}>
                      {texts.promotions.remove}
                    </Button>
                  )
                }
              >
                <Form.Item name={[name, 'name']} label={t.zone} rules={[required(t.zone)]}>
                  <Input maxLength={20} />
                </Form.Item>
                <Form.Item name={[name, 'provinces']} label={t.provinces} extra={t.provincesHint}>
                  <Select mode="multiple" options={PROVINCES} />
                </Form.Item>
                <Form.Item name={[name, 'delivers']} valuePropName="checked">
                  <Checkbox>{t.delivers}</Checkbox>
                </Form.Item>
                <Space wrap>
                  <Form.Item
                    name={[name, 'firstG']}
                    label={t.firstG}
                    rules={[required(t.firstG), isWhole(0, 1_000_000)]}
                  >
                    <Input inputMode="numeric" style={{ width: 120 }} />
                  </Form.Item>
                  <Form.Item name={[name, 'first']} label={t.first} rules={[required(t.first), isAmount]}>
                    <AmountInput style={{ width: 120 }} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'stepG']}
                    label={t.stepG}
                    rules={[required(t.stepG), isWhole(0, 1_000_000)]}
                  >
                    <Input inputMode="numeric" style={{ width: 120 }} />
                  </Form.Item>
                  <Form.Item name={[name, 'step']} label={t.step} rules={[required(t.step), isAmount]}>
                    <AmountInput style={{ width: 120 }} />
                  </Form.Item>
                  <Form.Item name={[name, 'freeFrom']} label={t.freeFrom} rules={[isAmount]}>
                    <AmountInput style={{ width: 120 }} />
                  </Form.Item>
                </Space>
              </Card>
            ))}
            <Button onClick={() => add(NEW_ZONE)}>{t.add}</Button>
          </Space>
        )}
      </Form.List>
    </FormDrawer>
  );
}
