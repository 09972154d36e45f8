import { Switch, View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { ConsentPurpose } from '@/api/views';
import { MembersOnly, useConsents } from '@/features/members';
import { open } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { Block } from '@/ui/Block';
import { ErrorState } from '@/ui/ErrorState';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './index.module.scss';

const PURPOSES: readonly { purpose: ConsentPurpose; title: string; text: string }[] = [
  { purpose: 'service', title: '会员服务', text: '记录你的会员卡、订单和积分。没有它就没法给你办会员。' },
  {
    purpose: 'marketing',
    title: '新品和会员日通知',
    text: '有新品、会员日时告诉你。一个月不会超过几次，随时能关。',
  },
];

export default function ConsentsPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，你给过的每一项授权都列在这里，随时能改。">
        {(brandId) => <Consents brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function Consents({ brandId }: { brandId: string }) {
  const { data: consents, error, refetch, set } = useConsents(brandId);
  const changing = useAction(async (purpose: ConsentPurpose, given: boolean) => {
    await set(purpose, given);
    say(given ? '谢谢，记下了。' : '已经关掉，不会再打扰你。');
  });

  if (!consents) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  }
  const isGiven = (purpose: ConsentPurpose) =>
    consents.find((one) => one.purpose === purpose)?.given ?? false;
  return (
    <>
      <Block flush>
        {PURPOSES.map(({ purpose, title, text }) => (
          <Row
            key={purpose}
            title={title}
            note={text}
            value={
              purpose === 'service' ? (
                isGiven('service') && '已同意'
              ) : (
                <Switch
                  className={styles.switch}
                  checked={isGiven(purpose)}
                  disabled={changing.busy}
                  aria-label={title}
                  onChange={({ detail }) => changing.run(purpose, detail.value)}
                />
              )
            }
          />
        ))}
      </Block>
      <View className={styles.note}>想收回会员服务的授权，就是不再做会员了：请用下面的“删除我的账户”。</View>
      <Block flush>
        <Row icon="shield" title="隐私保护指引" onClick={() => open('privacy')} />
        <Row icon="trash" title="删除我的账户" onClick={() => open('erasure')} />
      </Block>
    </>
  );
}
