import { useEffect, useRef } from 'react';
import { Alert } from 'antd';

/** Where a form says why it was refused. Announced and brought into view when it appears. */
export function FormProblem({ text }: { text: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return text ? (
    <div ref={place} style={{ marginBottom: 16 }}>
      <Alert role="alert" type="error" showIcon message={text} />
    </div>
  ) : null;
}
