import { ApiProperty } from '@nestjs/swagger';
import type { AuditEntry, RecordedEntry } from '../../../platform/audit/index.js';
import { Instant, OpaqueId, Text } from '../../../platform/http/index.js';
import { ID_KINDS, toPublicId, type IdKind } from '../../../platform/ids/index.js';

export class AuditEntryView {
  @OpaqueId('entry', { doc: 'The entry' })
  id: string;

  @Instant({ doc: 'When it happened' })
  at: string;

  @Text({ max: 60, doc: 'Who did it, in words' })
  actor: string;

  @Text({ max: 64, doc: 'What was done: noun and verb, such as `member.phone-revealed`' })
  action: string;

  @Text({ max: 60, doc: 'To whom or what: a public id' })
  subject: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Why, and what changed' })
  detail: object;
}

type Actor = AuditEntry['actor'];

const ACTOR_TEXT: Readonly<Record<Actor['kind'], string>> = {
  admin: '管理员',
  staff: '店员',
  member: '会员',
  system: '系统',
};

/** Members stay nameless here: their public id leads to the profile for those who may see it. */
export function toAuditEntryView(
  entry: RecordedEntry,
  nameOf: (actor: Actor) => string | undefined,
): AuditEntryView {
  return {
    id: toPublicId('entry', entry.id),
    at: entry.at.toISOString(),
    actor: [ACTOR_TEXT[entry.actor.kind], nameOf(entry.actor)].filter(Boolean).join(' '),
    action: entry.action,
    subject: subjectOf(entry.subject),
    detail: entry.detail,
  };
}

function subjectOf({ kind, id }: AuditEntry['subject']): string {
  return isIdKind(kind) ? toPublicId(kind, id) : kind;
}

function isIdKind(kind: string): kind is IdKind {
  return Object.hasOwn(ID_KINDS, kind);
}
