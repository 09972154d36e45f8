import { Card, Form, Input, Radio, Select, Switch } from 'antd';
import { PRODUCT_KIND_TEXT, type ProductKind } from '@regulars/shared';
import type { TagDimension } from '../../api/types';
import { texts } from '../../texts';

const t = texts.catalogue;
/** A bundle needs its parts, which are chosen through the API so far. */
const KINDS: readonly ProductKind[] = ['goods', 'service'];

/** What it is, where it is sold and to whom. */
export function SaleFields({ dimensions, kind }: { dimensions: readonly TagDimension[]; kind: ProductKind }) {
  const kinds = KINDS.includes(kind) ? KINDS : [kind];
  return (
    <Card title={t.sale}>
      <Form.Item name="kind" label={t.kind}>
        <Radio.Group options={kinds.map((value) => ({ value, label: PRODUCT_KIND_TEXT[value] }))} />
      </Form.Item>
      <div className="sale-switches">
        <Form.Item name="soldOnline" label={t.soldOnline} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="soldInStore" label={t.soldInStore} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <Form.Item name="audience" label={t.audience}>
        <Radio.Group
          options={(['everyone', 'members', 'tiers'] as const).map((value) => ({
            value,
            label: t.audiences[value],
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['audience']}>
        {({ getFieldValue }) =>
          getFieldValue('audience') === 'tiers' && (
            <Form.Item
              name="tierLevels"
              label={t.tierLevels}
              rules={[{ required: true, message: t.tierLevelsNeeded }]}
            >
              <Select
                mode="multiple"
                options={[0, 1, 2, 3, 4, 5].map((level) => ({ value: level, label: t.tierLevel(level) }))}
              />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="tagIds" label={t.tags}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={dimensions.map(({ name, tags }) => ({
            label: name,
            title: name,
            options: tags.map((tag) => ({ value: tag.id, label: tag.name })),
          }))}
        />
      </Form.Item>
      <div className="sale-switches">
        <Form.Item name="listAt" label={t.listAt} extra={t.listAtHint}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="delistAt" label={t.delistAt}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
    </Card>
  );
}
