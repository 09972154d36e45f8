import { useState } from 'react';
import { Form, type FormInstance } from 'antd';
import { fieldErrorsOf, fieldPath, problemText, type FieldPath } from './problems';

export interface ProblemForm<V> {
  form: FormInstance<V>;
  busy: boolean;
  /** A refusal that is about no field of this form. */
  problem: string | undefined;
  submit: (values: V) => Promise<void>;
  reset: () => void;
}

/**
 * A form that shows the server's field errors at its fields and every other refusal above them.
 * `fieldOf` translates where the form's names differ from the request's.
 */
export function useProblemForm<V extends object>(
  send: (values: V) => Promise<void>,
  fieldOf: (field: string) => FieldPath = fieldPath,
): ProblemForm<V> {
  const [form] = Form.useForm<V>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function submit(values: V) {
    setBusy(true);
    setProblem(undefined);
    try {
      await send(values);
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  }

  function showProblem(error: unknown) {
    const named = fieldErrorsOf(error).map(({ field, message }) => ({ name: fieldOf(field), message }));
    const known = new Set(form.getFieldsError().map(({ name }) => JSON.stringify(name)));
    const shown = named.filter(({ name }) => known.has(JSON.stringify(name)));
    form.setFields(shown.map(({ name, message }) => ({ name: name as never, errors: [message] })));
    const first = shown[0];
    if (first) {
      form.scrollToField(first.name, { focus: true });
    }
    if (shown.length === 0 || shown.length < named.length) {
      setProblem(problemText(error));
    }
  }

  function reset() {
    form.resetFields();
    setProblem(undefined);
  }

  return { form, busy, problem, submit, reset };
}
