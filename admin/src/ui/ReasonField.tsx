import { Button, Form, Input, Space } from 'antd';
import { texts } from '../texts';
import { required } from './rules';
import './reason-field.css';

interface ReasonFieldProps {
  usual: readonly string[];
  hint?: string;
  /** Letters it may have. */
  max?: number;
}

/** Why something is done: usual answers to pick, free words always possible. */
export function ReasonField({ usual, hint = texts.common.reasonHint, max = 100 }: ReasonFieldProps) {
  const form = Form.useFormInstance<{ reason: string }>();
  return (
    <>
      <Form.Item
        name="reason"
        label={texts.common.reason}
        rules={[required(texts.common.reason)]}
        className="reason"
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={max} placeholder={hint} />
      </Form.Item>
      <Space wrap className="usual-reasons">
        {usual.map((reason) => (
          <Button
            key={reason}
            size="small"
            shape="round"
            onClick={() => {
              form.setFieldValue('reason', reason);
              void form.validateFields(['reason']);
            }}
          >
            {reason}
          </Button>
        ))}
      </Space>
    </>
  );
}
