import { Link } from 'react-router';
import { Button, Result } from 'antd';
import { texts } from '../texts';

/** A page that fell over, or whose file is gone since a newer version was put up. */
export function RouteProblem() {
  return (
    <Result
      status="error"
      title={texts.problem.unexpected}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {texts.problem.reload}
        </Button>
      }
    />
  );
}

export function UnknownPage() {
  return (
    <Result
      status="404"
      title={texts.problem.notFoundTitle}
      subTitle={texts.problem.notFoundText}
      extra={<Link to="/">{texts.problem.goHome}</Link>}
    />
  );
}
