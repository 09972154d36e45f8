import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import type { FoundMemberView } from '@/api/views';
import { useCounter, useStaff } from '@/features/staff';
import { open } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { spaced } from '@/text/card-no';
import { formatPoints } from '@regulars/shared';
import { day } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Row } from '@/ui/Row';
import { Tag } from '@/ui/Tag';
import styles from './FoundMember.module.scss';

interface FoundMemberProps {
  member: FoundMemberView;
  memberCode: string;
}

export function FoundMember({ member, memberCode }: FoundMemberProps) {
  const { can, store } = useStaff();
  const { checkIn } = useCounter();
  const [checkedIn, setCheckedIn] = useState(member.checkedInToday);
  const checkingIn = useAction(async () => {
    const { points } = await checkIn(memberCode, store?.id);
    setCheckedIn(true);
    say(points > 0 ? `签到好了，客人得 ${points} 积分` : '签到好了');
  });

  return (
    <>
      <View className={styles.head}>
        <View className={styles.name}>{member.name ?? '还没留称呼的客人'}</View>
        <Tag tone="brand">{member.tier.name}</Tag>
      </View>
      <View className={styles.note}>
        {`${member.phoneMasked ?? '没留手机号'} · 卡号 ${spaced(member.cardNo)} · ${day(member.joinedAt)}入会`}
      </View>
      <View className={styles.figures}>
        <Figure value={member.points} label="积分" />
        <Figure value={member.growth} label="成长值" />
      </View>
      {can('check-ins.make') && (
        <Button block busy={checkingIn.busy} disabled={checkedIn} onClick={checkingIn.run}>
          {checkedIn ? '今天已经签到' : '帮客人签到'}
        </Button>
      )}
      <Waiting member={member} />
    </>
  );
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <View className={styles.figure}>
      <View className={styles.value}>{formatPoints(value)}</View>
      <View className={styles.note}>{label}</View>
    </View>
  );
}

/** What is lying ready for this member. */
function Waiting({ member: { readyOrders, readyRedemptions } }: { member: FoundMemberView }) {
  if (readyOrders.length + readyRedemptions.length === 0) {
    return <View className={styles.none}>没有等着取的订单或礼品。</View>;
  }
  return (
    <Block flush title="等着取">
      {readyOrders.map(({ id, pickupCode, lines }) => (
        <Row
          key={id}
          icon="bag"
          title={lines.map(({ name, quantity }) => `${name} × ${quantity}`).join('、')}
          note={`取货码 ${pickupCode ?? ''}`}
          onClick={() => open('handOver', { code: pickupCode ?? undefined })}
        />
      ))}
      {readyRedemptions.map(({ id, code, reward }) => (
        <Row
          key={id}
          icon="gift"
          title={reward.name}
          note={`兑换码 ${code}`}
          onClick={() => open('handOver', { code })}
        />
      ))}
    </Block>
  );
}
