import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { CheckInView } from '@/api/views';
import { useCheckIn, useCheckIns } from '@/features/check-ins';
import { MembersOnly } from '@/features/members';
import { usePosition } from '@/features/stores';
import { open } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { scan } from '@/platform/scan';
import { readScanned } from '@/text/scanned';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Drawing } from '@/ui/Drawing';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { Problem } from '@/ui/Problem';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

export default function CheckInPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，每次到店签到都有积分。">
        {(brandId) => <CheckIn brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function CheckIn({ brandId }: { brandId: string }) {
  const checkIn = useCheckIn(brandId);
  const { position, ask } = usePosition();
  const [made, setMade] = useState<CheckInView>();
  const [problem, setProblem] = useState<string>();

  const scanning = useAction(
    async () => {
      const raw = await scan();
      const scanned = raw === null ? null : readScanned(raw);
      setProblem(undefined);
      if (scanned?.kind === 'join') {
        open('join', { scene: scanned.code });
      } else if (scanned) {
        setMade(await checkIn(scanned.text, position ?? null));
      }
    },
    { onError: (error) => setProblem(sentenceOf(error)) },
  );
  const locating = useAction(async () => {
    say((await ask()) ? '位置已经打开，再扫一次就好。' : '没有拿到位置，可以请店员帮你签到。');
  });

  return (
    <>
      <View className={styles.head}>
        <Drawing name={made ? 'cup' : 'lantern'} />
        {made ? (
          <>
            <View className={styles.title}>{`签到成功，得 ${made.points} 积分`}</View>
            <View
              className={styles.text}
            >{`${made.store?.name ?? '门店'}欢迎你，${dayAndTime(made.at)}`}</View>
          </>
        ) : (
          <>
            <View className={styles.title}>到店了？扫一下</View>
            <View className={styles.text}>扫柜台上的签到码，每家店每天一次。</View>
          </>
        )}
        {problem && <Problem>{problem}</Problem>}
      </View>
      {!made && (
        <Button block busy={scanning.busy} onClick={scanning.run}>
          <Icon name="scan" />
          扫签到码
        </Button>
      )}
      {!made && !position && (
        <Button kind="quiet" block busy={locating.busy} onClick={locating.run}>
          打开位置，帮店里确认你到了
        </Button>
      )}
      <Past brandId={brandId} />
    </>
  );
}

function Past({ brandId }: { brandId: string }) {
  const { items: checkIns, error, refresh, ...rest } = useCheckIns(brandId);
  if (!checkIns) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  }
  if (checkIns.length === 0) {
    return null;
  }
  return (
    <>
      <Block flush title="来过的日子">
        {checkIns.map(({ id, store, at, points }) => (
          <Row
            key={id}
            title={store?.name ?? '门店'}
            note={dayAndTime(at)}
            value={points > 0 ? `+${points} 积分` : '已签到'}
          />
        ))}
      </Block>
      <ListEnd {...rest} />
    </>
  );
}
