import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { Card, Typography } from 'antd';
import { safeNext } from '../app/paths';
import { useMe } from '../app/session';
import { SignInForm } from '../features/sign-in/SignInForm';
import { texts } from '../texts';
import { Logo } from '../ui/Logo';
import { useDocumentTitle } from '../ui/PageFrame';
import './sign-in.css';

export function Page() {
  useDocumentTitle(texts.signIn.title);
  const me = useMe();
  const navigate = useNavigate();
  const next = safeNext(useSearchParams()[0].get('next'));
  if (me.data) {
    return <Navigate to={next} replace />;
  }
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <Logo />
        <p className="sign-in-slogan">{texts.common.slogan}</p>
        <Typography.Title level={1}>{texts.signIn.title}</Typography.Title>
        <Typography.Paragraph type="secondary">{texts.signIn.hint}</Typography.Paragraph>
        <SignInForm onSignedIn={() => void navigate(next, { replace: true })} />
      </Card>
    </main>
  );
}
