import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { texts } from '../../texts';
import { FormProblem } from '../../ui/FormProblem';
import { problemText } from '../../ui/problems';

interface Credentials {
  email: string;
  password: string;
  otp: string;
}

const t = texts.signIn;

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [form] = Form.useForm<Credentials>();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function signIn({ email, password, otp }: Credentials) {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.post('/api/admin/session', { body: { email: email.trim(), password, otp } });
      await queryClient.resetQueries({ queryKey: keys.me });
      onSignedIn();
    } catch (error) {
      setProblem(problemText(error));
      // A code works once, so the next try needs a new one anyway.
      form.setFieldValue('otp', '');
      form.focusField('otp');
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void signIn(values)}>
      <FormProblem text={problem} />
      <Form.Item
        name="email"
        label={t.email}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: texts.common.required(t.email) },
          { type: 'email', transform: trimmed, message: t.emailInvalid },
        ]}
      >
        <Input type="email" autoComplete="username" autoFocus placeholder={t.emailHint} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t.password}
        rules={[{ required: true, message: texts.common.required(t.password) }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="otp"
        label={t.otp}
        normalize={(value: string) => value.replace(/\D/g, '').slice(0, 6)}
        validateTrigger="onBlur"
        rules={[{ pattern: /^\d{6}$/, required: true, message: t.otpInvalid }]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" placeholder={t.otpHint} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {busy ? t.submitting : t.submit}
      </Button>
    </Form>
  );
}

function trimmed(value: string | undefined): string | undefined {
  return value?.trim();
}
