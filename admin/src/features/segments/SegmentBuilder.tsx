import { Button, Card, Segmented, Space } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { SEGMENT_LIMITS } from '@regulars/shared';
import type { SegmentWord } from '../../api/types';
import { texts } from '../../texts';
import { ConditionLine } from './ConditionLine';
import { newLine, type Draft } from './draft';

const t = texts.segments;

const JOINS = [
  { value: 'all' as const, label: t.joinAll },
  { value: 'any' as const, label: t.joinAny },
];

interface SegmentBuilderProps {
  draft: Draft;
  words: readonly SegmentWord[];
  onChange: (draft: Draft) => void;
}

export function SegmentBuilder({ draft, words, onChange }: SegmentBuilderProps) {
  const { join, lines } = draft;
  return (
    <Card>
      <Space wrap>
        <Segmented
          aria-label={t.conditions}
          options={JOINS}
          value={join}
          onChange={(value) => onChange({ ...draft, join: value })}
        />
        {t.joinText}
      </Space>
      {lines.map((line) => (
        <ConditionLine
          key={line.id}
          line={line}
          words={words}
          onChange={(changed) =>
            onChange({ ...draft, lines: lines.map((one) => (one.id === line.id ? changed : one)) })
          }
          onRemove={() => onChange({ ...draft, lines: lines.filter(({ id }) => id !== line.id) })}
        />
      ))}
      <Button
        type="dashed"
        block
        icon={<PlusOutlined />}
        disabled={lines.length >= SEGMENT_LIMITS.children}
        onClick={() => onChange({ ...draft, lines: [...lines, newLine()] })}
        style={{ marginTop: 16 }}
      >
        {t.add}
      </Button>
    </Card>
  );
}
