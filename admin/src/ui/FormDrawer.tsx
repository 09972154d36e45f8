import { useId, type ReactNode } from 'react';
import { App, Button, Drawer, Form } from 'antd';
import { texts } from '../texts';
import { FormProblem } from './FormProblem';
import type { FieldPath } from './problems';
import { useProblemForm } from './use-problem-form';

interface FormDrawerProps<V> {
  title: string;
  open: boolean;
  initialValues: V;
  submitText?: string;
  fieldOf?: (field: string) => FieldPath;
  onSubmit: (values: V) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** Editing beside the list. Closing with changes asks first; refusals stay with what was typed. */
export function FormDrawer<V extends object>(props: FormDrawerProps<V>) {
  const { title, open, initialValues, submitText = texts.common.save, fieldOf, children } = props;
  const id = useId();
  const { modal } = App.useApp();
  const { form, busy, problem, submit } = useProblemForm(props.onSubmit, fieldOf);

  function close() {
    if (!form.isFieldsTouched()) {
      props.onClose();
      return;
    }
    modal.confirm({
      title: texts.common.discardTitle,
      content: texts.common.discardText,
      okText: texts.common.discard,
      cancelText: texts.common.keepEditing,
      onOk: props.onClose,
    });
  }

  return (
    <Drawer
      title={title}
      open={open}
      onClose={close}
      width="min(520px, 100vw)"
      destroyOnHidden
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={close}>{texts.common.cancel}</Button>
          <Button type="primary" htmlType="submit" form={id} loading={busy}>
            {submitText}
          </Button>
        </div>
      }
    >
      <FormProblem text={problem} />
      <Form
        id={id}
        form={form}
        layout="vertical"
        initialValues={initialValues}
        onFinish={(values: V) => void submit(values)}
        scrollToFirstError={{ focus: true }}
        preserve={false}
        requiredMark="optional"
      >
        {children}
      </Form>
    </Drawer>
  );
}
