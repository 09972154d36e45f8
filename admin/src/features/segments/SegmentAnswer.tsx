import { Card, Divider, Progress, Typography } from 'antd';
import type { SegmentExpression } from '@regulars/shared';
import type { SegmentBreakdown, SegmentWord } from '../../api/types';
import { texts } from '../../texts';
import { ErrorState } from '../../ui/ErrorState';
import { formatCount } from '../../ui/format';
import { sentenceOf, useSegmentBreakdown, useSegmentCount } from './use-segments';

const t = texts.segments;

interface SegmentAnswerProps {
  expression: SegmentExpression | undefined;
  words: readonly SegmentWord[];
}

/** Who they are in words, how many, and how they spread; follows every change of the conditions. */
export function SegmentAnswer({ expression, words }: SegmentAnswerProps) {
  const count = useSegmentCount(expression);
  const spread = useSegmentBreakdown(expression);
  if (!expression) {
    return (
      <Card>
        <Typography.Text type="secondary">{t.incomplete}</Typography.Text>
      </Card>
    );
  }
  if (count.isError) {
    return (
      <Card>
        <ErrorState error={count.error} onRetry={() => void count.refetch()} />
      </Card>
    );
  }
  return (
    <Card>
      <div aria-live="polite">
        <div className="segment-count">
          {count.data ? t.people(formatCount(count.data.count)) : t.counting}
        </div>
        {count.data && <Typography.Text type="secondary">{t.took(count.data.tookMs)}</Typography.Text>}
      </div>
      <Divider />
      <Typography.Text type="secondary">{t.sentence}</Typography.Text>
      <Typography.Paragraph>{sentenceOf(expression, words)}</Typography.Paragraph>
      {spread.data && spread.data.count > 0 && <Spread breakdown={spread.data} />}
    </Card>
  );
}

const SHOWN = { tier: texts.segments.kindChoices.tier, store: texts.segments.kindChoices.store } as const;

function Spread({ breakdown: { count, parts } }: { breakdown: SegmentBreakdown }) {
  return (
    <>
      {Object.entries(SHOWN).map(([kind, title]) => {
        const own = parts.filter((part) => part.kind === kind && part.count > 0);
        return (
          own.length > 0 && (
            <section key={kind} aria-label={title}>
              <Divider />
              <Typography.Text type="secondary">{title}</Typography.Text>
              <div className="segment-spread">
                {own
                  .toSorted((a, b) => b.count - a.count)
                  .slice(0, 8)
                  .map((part) => (
                    <SpreadRow key={part.key} name={part.text} count={part.count} of={count} />
                  ))}
              </div>
            </section>
          )
        );
      })}
    </>
  );
}

function SpreadRow({ name, count, of }: { name: string; count: number; of: number }) {
  return (
    <>
      <span>{name}</span>
      <Progress percent={Math.round((count / of) * 100)} size="small" />
      <span className="segment-spread-count">{formatCount(count)}</span>
    </>
  );
}
