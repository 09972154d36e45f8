import { Button, Card, Form, Input } from 'antd';
import { texts } from '../../texts';
import { AmountInput } from '../../ui/AmountInput';
import { isPrice, required } from '../../ui/rules';
import { isMemberPriceFair, NEW_SKU, type ProductDraft } from './product-draft';
import './product-form.css';

const t = texts.catalogue;
const SKUS_MAX = 50;

export function SkuFields() {
  return (
    <Form.List name="skus">
      {(fields, { add, remove }) => (
        <Card title={t.skus}>
          {fields.map(({ key, name }) => (
            <SkuRow key={key} index={name} onRemove={fields.length > 1 ? () => remove(name) : undefined} />
          ))}
          {fields.length < SKUS_MAX && (
            <Button type="dashed" block onClick={() => add(NEW_SKU)}>
              {t.skuAdd}
            </Button>
          )}
        </Card>
      )}
    </Form.List>
  );
}

function SkuRow({ index, onRemove }: { index: number; onRemove?: () => void }) {
  const form = Form.useFormInstance<ProductDraft>();
  const fair = {
    validator: (_rule: unknown, memberPrice = '') => {
      const price = String(form.getFieldValue(['skus', index, 'price']) ?? '');
      return isMemberPriceFair(price, String(memberPrice))
        ? Promise.resolve()
        : Promise.reject(new Error(t.memberPriceTooHigh));
    },
  };
  return (
    <div className="sku-row">
      <Form.Item name={[index, 'id']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[index, 'name']} label={t.skuName} rules={[required(t.skuName)]}>
        <Input maxLength={40} placeholder={t.skuNameExample} />
      </Form.Item>
      <Form.Item name={[index, 'price']} label={t.price} rules={[required(t.price), isPrice]}>
        <AmountInput />
      </Form.Item>
      <Form.Item
        name={[index, 'memberPrice']}
        label={t.memberPrice}
        dependencies={[['skus', index, 'price']]}
        rules={[isPrice, fair]}
      >
        <AmountInput placeholder={t.memberPriceHint} />
      </Form.Item>
      {onRemove && (
        <Button className="sku-remove" onClick={onRemove} aria-label={t.skuRemove}>
          {t.skuRemoveShort}
        </Button>
      )}
    </div>
  );
}
