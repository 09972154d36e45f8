import { useDeferredValue, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Alert, Button, Typography } from 'antd';
import type { SegmentExpression } from '@regulars/shared';
import type { Segment, SegmentWord } from '../api/types';
import { Allowed } from '../app/AllowedPage';
import { paths } from '../app/paths';
import { useBrandId } from '../app/session';
import { MemberTable } from '../features/members/MemberTable';
import { draftOf, expressionOf, newLine, type Draft } from '../features/segments/draft';
import { SaveSegmentDialog } from '../features/segments/SaveSegmentDialog';
import { SegmentAnswer } from '../features/segments/SegmentAnswer';
import { SegmentBuilder } from '../features/segments/SegmentBuilder';
import { useSegment, useSegmentMembers, useSegmentWords } from '../features/segments/use-segments';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';
import '../features/segments/segments.css';

const t = texts.segments;

export function Page() {
  const { segmentId } = useParams();
  const segment = useSegment(segmentId);
  const words = useSegmentWords();
  return (
    <Loaded query={segment}>
      {(saved) => (
        <Loaded query={words}>
          {(known) => <Workbench key={saved?.id ?? 'new'} segment={saved ?? undefined} words={known} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Workbench({ segment, words }: { segment?: Segment; words: readonly SegmentWord[] }) {
  const brandId = useBrandId();
  const navigate = useNavigate();
  const stored = segment?.expression as SegmentExpression | undefined;
  const [draft, setDraft] = useState<Draft | undefined>(() =>
    stored ? draftOf(stored) : { join: 'all', lines: [newLine()] },
  );
  const [saving, setSaving] = useState(false);
  const expression = useDeferredValue(draft ? expressionOf(draft) : stored);
  const frozen = segment?.kind === 'frozen';
  return (
    <PageFrame
      title={segment?.name ?? t.newTitle}
      back={{ to: paths.page(brandId, 'segments'), text: t.back }}
      actions={
        <Allowed to="segments.edit">
          {!frozen && (
            <Button type="primary" disabled={!expression} onClick={() => setSaving(true)}>
              {t.save}
            </Button>
          )}
        </Allowed>
      }
    >
      {frozen && <Alert type="info" showIcon message={t.frozenNote} />}
      {!draft && <Alert type="info" showIcon message={t.tooComplex} />}
      <div className="segment-columns">
        {draft && !frozen && <SegmentBuilder draft={draft} words={words} onChange={setDraft} />}
        <SegmentAnswer expression={expression} words={words} />
      </div>
      {expression && <Sample expression={expression} />}
      {expression && (
        <SaveSegmentDialog
          expression={expression}
          segment={segment}
          open={saving}
          onClose={() => setSaving(false)}
          onSaved={({ id }) => {
            setSaving(false);
            void navigate(paths.segment(brandId, id), { replace: true });
          }}
        />
      )}
    </PageFrame>
  );
}

function Sample({ expression }: { expression: SegmentExpression }) {
  const members = useSegmentMembers(expression);
  return (
    <section>
      <Typography.Title level={4}>{t.sample}</Typography.Title>
      <MemberTable list={members} empty={t.sampleEmpty} />
    </section>
  );
}
