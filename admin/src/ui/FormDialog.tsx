import { useId, type ReactNode } from 'react';
import { Form, Modal } from 'antd';
import { texts } from '../texts';
import { FormProblem } from './FormProblem';
import { useProblemForm } from './use-problem-form';

interface FormDialogProps<V> {
  title: string;
  open: boolean;
  initialValues: V;
  submitText: string;
  /** The step can't be taken back. */
  danger?: boolean;
  onSubmit: (values: V) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** A short question with an answer that counts: reasons, confirmations, a number. */
export function FormDialog<V extends object>(props: FormDialogProps<V>) {
  const { title, open, initialValues, submitText, danger, onSubmit, onClose, children } = props;
  const id = useId();
  const { form, busy, problem, submit } = useProblemForm(onSubmit);
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      okText={submitText}
      okButtonProps={{ htmlType: 'submit', form: id, danger }}
      cancelText={texts.common.cancel}
      confirmLoading={busy}
      maskClosable={false}
      destroyOnHidden
    >
      <FormProblem text={problem} />
      <Form
        id={id}
        form={form}
        layout="vertical"
        initialValues={initialValues}
        onFinish={(values: V) => void submit(values)}
        preserve={false}
        requiredMark="optional"
      >
        {children}
      </Form>
    </Modal>
  );
}
