import { Button, Result } from 'antd';
import { texts } from '../texts';
import { isNotFound, problemText, requestIdOf } from './problems';

/** Loading failed: what happened, and a way on. What isn't there won't come by trying again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (isNotFound(error)) {
    return <Result status="404" title={problemText(error)} />;
  }
  const requestId = requestIdOf(error);
  return (
    <Result
      status="warning"
      title={texts.problem.title}
      subTitle={
        <>
          {problemText(error)}
          {requestId && <div>{texts.problem.requestId(requestId)}</div>}
        </>
      }
      extra={
        onRetry && (
          <Button type="primary" onClick={onRetry}>
            {texts.common.retry}
          </Button>
        )
      }
    />
  );
}
