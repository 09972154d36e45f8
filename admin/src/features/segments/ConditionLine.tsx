import { Button, InputNumber, Select, Space } from 'antd';
import { CloseOutlined } from '@ant-design/icons';
import { SEGMENT_LIMITS, SEGMENT_NUMBERS, type SegmentEventKind, type SegmentNumber } from '@regulars/shared';
import type { SegmentWord } from '../../api/types';
import { texts } from '../../texts';
import { newLine, type Line, type LineKind } from './draft';

const t = texts.segments;

const KINDS = (Object.keys(t.kindChoices) as LineKind[]).map((value) => ({
  value,
  label: t.kindChoices[value],
}));
const NUMBERS = (Object.keys(SEGMENT_NUMBERS) as SegmentNumber[]).map((value) => ({
  value,
  label: SEGMENT_NUMBERS[value].text,
}));
const EVENTS = (Object.keys(t.eventKinds) as SegmentEventKind[]).map((value) => ({
  value,
  label: t.eventKinds[value],
}));
const NEGATION = [
  { value: false, label: t.is },
  { value: true, label: t.not },
];

interface ConditionLineProps {
  line: Line;
  words: readonly SegmentWord[];
  onChange: (line: Line) => void;
  onRemove: () => void;
}

/** One condition, read like a sentence from left to right. */
export function ConditionLine({ line, words, onChange, onRemove }: ConditionLineProps) {
  return (
    <div className="condition-line">
      <Space wrap size={8}>
        <Select
          aria-label={t.is}
          value={line.not}
          options={NEGATION}
          onChange={(not) => onChange({ ...line, not })}
          className="condition-not"
        />
        <Select
          aria-label={t.setKinds}
          value={line.kind}
          options={KINDS}
          onChange={(kind) => onChange({ ...newLine(kind), id: line.id, not: line.not })}
          className="condition-kind"
        />
        <ConditionDetail line={line} words={words} onChange={onChange} />
      </Space>
      <Button type="text" icon={<CloseOutlined />} aria-label={t.remove} onClick={onRemove} />
    </div>
  );
}

type DetailProps = Omit<ConditionLineProps, 'onRemove'>;

function ConditionDetail({ line, words, onChange }: DetailProps) {
  if (line.kind === 'number') {
    return <NumberDetail line={line} onChange={onChange} />;
  }
  return line.kind === 'event' ? (
    <EventDetail line={line} words={words} onChange={onChange} />
  ) : (
    <WordSelect kind={line.kind} line={line} words={words} onChange={onChange} />
  );
}

/** A word, or those under one heading. */
interface WordOption {
  readonly label: string;
  readonly value?: string;
  readonly options?: { readonly label: string; readonly value: string }[];
}

function WordSelect({ kind, line, words, onChange }: DetailProps & { kind: string }) {
  const fitting = words.filter((word) => word.kind === kind);
  const flat = fitting.map(({ key, text }) => ({ value: key, label: text }));
  const grouped = [...new Set(fitting.map(({ group }) => group))].map((group) => ({
    label: group,
    title: group,
    options: fitting
      .filter((word) => word.group === group)
      .map(({ key, text }) => ({ value: key, label: text })),
  }));
  return (
    <Select<string, WordOption>
      aria-label={t.choose}
      placeholder={t.choose}
      showSearch
      optionFilterProp="label"
      value={line.key}
      options={fitting.every(({ group }) => group === '') ? flat : grouped}
      onChange={(key) => onChange({ ...line, key })}
      className="condition-word"
    />
  );
}

function NumberDetail({ line, onChange }: Omit<DetailProps, 'words'>) {
  const { unit } = SEGMENT_NUMBERS[line.number];
  return (
    <Space wrap size={8}>
      <Select
        aria-label={t.kindChoices.number}
        value={line.number}
        options={NUMBERS}
        onChange={(number) => onChange({ ...line, number, from: null, to: null })}
        className="condition-word"
      />
      <InputNumber
        aria-label={t.from}
        min={0}
        placeholder={t.from}
        value={line.from}
        suffix={t.units[unit]}
        onChange={(from) => onChange({ ...line, from })}
      />
      <InputNumber
        aria-label={t.to}
        min={0}
        placeholder={t.to}
        value={line.to}
        suffix={t.units[unit]}
        onChange={(to) => onChange({ ...line, to })}
      />
    </Space>
  );
}

function EventDetail({ line, words, onChange }: DetailProps) {
  return (
    <Space wrap size={8}>
      <InputNumber
        aria-label={t.days}
        min={1}
        max={SEGMENT_LIMITS.windowDays}
        value={line.days}
        prefix={t.recent}
        suffix={t.units.days}
        onChange={(days) =>
          onChange({ ...line, days: days ?? 1, atLeast: Math.min(line.atLeast, days ?? 1) })
        }
      />
      <Select
        aria-label={t.kindChoices.event}
        value={line.event}
        options={EVENTS}
        onChange={(event) => onChange({ ...line, event, key: undefined })}
        className="condition-word"
      />
      {line.event === 'bought-product' && (
        <WordSelect kind="bought-product" line={line} words={words} onChange={onChange} />
      )}
      <InputNumber
        aria-label={t.atLeast}
        min={1}
        max={line.days}
        value={line.atLeast}
        prefix="≥"
        suffix={t.units.days}
        onChange={(atLeast) => onChange({ ...line, atLeast: atLeast ?? 1 })}
      />
    </Space>
  );
}
