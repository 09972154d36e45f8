import { Button, Card, Form, Input, Radio, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { useSession } from '../../app/session';
import type { Category, ProductInput } from '../../api/types';
import { texts } from '../../texts';
import { FormProblem } from '../../ui/FormProblem';
import { PictureField } from '../../ui/PictureField';
import { isWhole, picked, required } from '../../ui/rules';
import { useProblemForm } from '../../ui/use-problem-form';
import { PRODUCT_STATUSES, productField, productInput, type ProductDraft } from './product-draft';
import { SkuFields } from './SkuFields';

const t = texts.catalogue;
const STATUSES = PRODUCT_STATUSES.map((status) => ({
  value: status,
  label: t.statuses[status],
}));

const picturesNeeded: Rule = { type: 'array', required: true, min: 1, message: texts.pictures.needed };

interface ProductFormProps {
  draft: ProductDraft;
  categories: readonly Category[];
  onSave: (input: ProductInput) => Promise<void>;
}

export function ProductForm({ draft, categories, onSave }: ProductFormProps) {
  const editable = useSession().can('catalogue.edit');
  const { form, busy, problem, submit } = useProblemForm<ProductDraft>(
    (values) => onSave(productInput(values)),
    productField,
  );
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={draft}
      disabled={!editable}
      onFinish={(values) => void submit(values)}
      scrollToFirstError={{ focus: true }}
      requiredMark="optional"
      className="product-form"
    >
      <FormProblem text={problem} />
      <Card>
        <Form.Item name="name" label={t.name} rules={[required(t.name)]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="subtitle" label={t.subtitle}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="categoryId" label={t.category} rules={[picked(t.category)]}>
          <Select options={categories.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="description" label={t.description}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5000} />
        </Form.Item>
        <Form.Item name="pictures" label={t.pictures} extra={t.picturesHint} rules={[picturesNeeded]}>
          <PictureField max={9} />
        </Form.Item>
        <Form.Item
          name="position"
          label={t.position}
          extra={t.positionHint}
          rules={[required(t.position), isWhole(0, 1_000_000)]}
        >
          <Input inputMode="numeric" />
        </Form.Item>
        <Form.Item name="status" label={t.status} required>
          <Radio.Group options={STATUSES} />
        </Form.Item>
      </Card>
      <SkuFields />
      {editable && (
        <div>
          <Button type="primary" htmlType="submit" loading={busy}>
            {texts.common.save}
          </Button>
        </div>
      )}
    </Form>
  );
}
