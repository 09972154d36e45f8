import { Card, Descriptions, Tag } from 'antd';
import type { MemberProfile } from '../../api/types';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import { useNarrow } from '../../ui/use-narrow';
import { Moment, TextOrNone } from '../../ui/values';
import { PhoneReveal } from './PhoneReveal';

const t = texts.members;

/** Who the member is, how they are known and what they agreed to. */
export function MemberSummary({ member }: { member: MemberProfile }) {
  return (
    <Card>
      <Descriptions title={t.profile} column={useNarrow() ? 1 : 2} items={factsOf(member)} />
    </Card>
  );
}

function factsOf(member: MemberProfile) {
  return [
    {
      key: 'phone',
      label: t.phone,
      children: <PhoneReveal memberId={member.id} masked={member.phoneMasked} />,
    },
    { key: 'birthday', label: t.birthday, children: <TextOrNone text={member.birthday} /> },
    { key: 'cardNo', label: t.cardNo, children: member.cardNo },
    { key: 'joinedAt', label: t.joinedAt, children: <Moment at={member.joinedAt} /> },
    { key: 'store', label: t.store, children: <TextOrNone text={member.store?.name} /> },
    { key: 'identities', label: t.identities, children: <Identities member={member} /> },
    { key: 'consents', label: t.consents, children: <Consents member={member} /> },
    { key: 'memberships', label: t.memberships, children: <Memberships member={member} /> },
  ];
}

function Identities({ member }: { member: MemberProfile }) {
  return (
    <div>
      {member.identities.map(({ kind, value, at }) => (
        <Tag key={kind + value} title={t.knownSince(formatInstant(at))}>
          {kind} {value}
        </Tag>
      ))}
    </div>
  );
}

function Consents({ member }: { member: MemberProfile }) {
  return (
    <div>
      {member.consents.map(({ purpose, given, at }) => (
        <div key={purpose}>
          {t.purpose[purpose]}：{given ? t.given : t.notGiven}
          {at && `（${formatInstant(at)}）`}
        </div>
      ))}
    </div>
  );
}

function Memberships({ member }: { member: MemberProfile }) {
  return (
    <div>
      {member.memberships.map(({ brandId, brand, cardNo }) => (
        <div key={brandId}>
          {brand} {cardNo}
        </div>
      ))}
    </div>
  );
}
