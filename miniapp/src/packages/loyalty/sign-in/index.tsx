import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import { useGifts, useSignIns } from '@/features/loyalty';
import { MembersOnly } from '@/features/members';
import { say } from '@/platform/notice';
import { useOnPullDown } from '@/platform/page';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { Skeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

export default function SignInPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，每天来看看都有积分。">
        {(brandId) => (
          <>
            <SignIn brandId={brandId} />
            <Gifts brandId={brandId} />
          </>
        )}
      </MembersOnly>
    </Page>
  );
}

function SignIn({ brandId }: { brandId: string }) {
  const { data, error, refetch, signIn } = useSignIns(brandId);
  useOnPullDown(refetch);
  const pressing = useAction(async () => {
    const { points } = await signIn();
    say(points > 0 ? `签到成功，得 ${points} 积分` : '签到成功');
  });
  if (!data) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <Skeleton bones={['block']} />
    );
  }
  return (
    <>
      <View className={styles.head}>
        <View className={styles.streak}>{data.streak}</View>
        <View className={styles.note}>天连续签到</View>
        <Button block busy={pressing.busy} disabled={data.signedIn} onClick={pressing.run}>
          {data.signedIn ? '今天签过了，明天见' : '签到'}
        </Button>
      </View>
      {data.ahead.some(({ points }) => points > 0) && (
        <Block title="接下来">
          <View className={styles.days}>
            {data.ahead.map(({ streak, points }) => (
              <View key={streak} className={styles.day}>
                <View className={styles.note}>{`第 ${streak} 天`}</View>
                <View className={styles.points}>{`+${points}`}</View>
              </View>
            ))}
          </View>
        </Block>
      )}
      <Block title={`${Number(data.month.slice(5))} 月`}>
        <View className={styles.days}>
          {daysOf(data.month).map((day) => (
            <View
              key={day}
              className={cx(
                styles.day,
                data.days.some((one) => one.day === day) && styles.done,
                day === data.today && styles.today,
              )}
            >
              {Number(day.slice(8))}
            </View>
          ))}
        </View>
      </Block>
    </>
  );
}

const GIFT_TEXT = {
  birthday: { title: '生日礼', note: '生日起七天内来领' },
  profile: { title: '完善资料', note: '填好称呼、生日和手机号' },
} as const;
const GIFT_STATE = { ready: '领取', fetched: '已领取', not_yet: '未到时候' } as const;

function Gifts({ brandId }: { brandId: string }) {
  const { data, fetchGift } = useGifts(brandId);
  const fetching = useAction(async (kind: 'birthday' | 'profile') => {
    const { points } = await fetchGift(kind);
    say(`领到 ${points} 积分`);
  });
  if (!data || data.items.length === 0) {
    return null;
  }
  return (
    <Block flush title="给你的">
      {data.items.map(({ kind, points, state }) => (
        <Row
          key={kind}
          icon="gift"
          title={`${GIFT_TEXT[kind].title} · ${points} 积分`}
          note={GIFT_TEXT[kind].note}
          value={GIFT_STATE[state]}
          onClick={state === 'ready' ? () => fetching.run(kind) : undefined}
        />
      ))}
    </Block>
  );
}

function daysOf(month: string): string[] {
  const count = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}
