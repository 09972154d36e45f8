import { useState } from 'react';
import { Button, Card, Empty, Typography } from 'antd';
import { Allowed } from '../../app/AllowedPage';
import type { LiveCode } from '../../api/types';
import { texts } from '../../texts';
import { Loaded } from '../../ui/Loaded';
import { LiveCodeCard } from './LiveCodeCard';
import { LiveCodeDrawer } from './LiveCodeDrawer';
import { useLiveCodes } from './use-live-codes';

const t = texts.liveCodes;

interface StoreLiveCodesProps {
  storeId: string;
  /** A store that is closed for good gets no new codes. */
  closed: boolean;
}

/** The codes printed for one store. */
export function StoreLiveCodes({ storeId, closed }: StoreLiveCodesProps) {
  const codes = useLiveCodes(storeId);
  const [creating, setCreating] = useState(false);
  const [edited, setEdited] = useState<LiveCode>();
  return (
    <section aria-label={t.title}>
      <header className="page-head live-code-head">
        <div>
          <Typography.Title level={2} className="section-title">
            {t.title}
          </Typography.Title>
          <Typography.Text type="secondary">{t.hint}</Typography.Text>
        </div>
        {!closed && (
          <Allowed to="live-codes.edit">
            <Button onClick={() => setCreating(true)}>{t.create}</Button>
          </Allowed>
        )}
      </header>
      <Loaded query={codes}>
        {(found) =>
          found.length === 0 ? (
            <Card>
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.empty} />
            </Card>
          ) : (
            <div className="live-code-grid">
              {found.map((code) => (
                <LiveCodeCard key={code.id} code={code} storeId={storeId} onEdit={() => setEdited(code)} />
              ))}
            </div>
          )
        }
      </Loaded>
      <LiveCodeDrawer storeId={storeId} open={creating} onClose={() => setCreating(false)} />
      {edited && <LiveCodeDrawer storeId={storeId} code={edited} open onClose={() => setEdited(undefined)} />}
    </section>
  );
}
