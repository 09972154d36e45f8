import { Button, Card, Form, Input, Select } from 'antd';
import {
  combinationKey,
  combinationName,
  combinationsOf,
  SPEC_DIMENSIONS_MAX,
  type Spec,
} from '@regulars/shared';
import { texts } from '../../texts';
import { required } from '../../ui/rules';
import { NEW_SKU, type ProductDraft } from './product-draft';
import './product-form.css';

const t = texts.catalogue;
const SKUS_MAX = 50;

/** The dimensions in which variants differ; from them the variants are made, and those that are there keep their prices. */
export function SpecFields() {
  const form = Form.useFormInstance<ProductDraft>();

  function make() {
    const specs = ((form.getFieldValue('specs') ?? []) as Partial<Spec>[]).map(
      ({ name = '', values = [] }) => ({
        name,
        values,
      }),
    );
    const skus = (form.getFieldValue('skus') ?? []) as ProductDraft['skus'];
    const known = new Map(skus.map((sku) => [combinationKey(sku.spec), sku]));
    const first = skus[0] ?? NEW_SKU;
    const made = combinationsOf(specs)
      .slice(0, SKUS_MAX)
      .map((spec) => {
        const { id: _id, ...like } = first;
        const name = specs.length === 0 ? first.name : combinationName(spec);
        return known.get(combinationKey(spec)) ?? { ...like, name, spec };
      });
    form.setFieldValue('skus', made);
  }

  return (
    <Form.List name="specs">
      {(fields, { add, remove }) => (
        <Card title={t.specs}>
          {fields.map(({ key, name }) => (
            <div key={key} className="spec-row">
              <Form.Item name={[name, 'name']} label={t.specName} rules={[required(t.specName)]}>
                <Input maxLength={20} placeholder={t.specNameExample} />
              </Form.Item>
              <Form.Item
                name={[name, 'values']}
                label={t.specValues}
                rules={[{ required: true, message: t.specValuesNeeded }]}
              >
                <Select
                  mode="tags"
                  maxCount={20}
                  tokenSeparators={['、', ',', '，', ' ']}
                  open={false}
                  suffixIcon={null}
                />
              </Form.Item>
              <Button className="sku-remove" onClick={() => remove(name)}>
                {t.skuRemoveShort}
              </Button>
            </div>
          ))}
          <div className="spec-actions">
            {fields.length < SPEC_DIMENSIONS_MAX && (
              <Button type="dashed" onClick={() => add({ name: '', values: [] })}>
                {t.specAdd}
              </Button>
            )}
            <Button onClick={make}>{t.specMake}</Button>
          </div>
        </Card>
      )}
    </Form.List>
  );
}
