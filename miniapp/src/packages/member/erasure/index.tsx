import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import { ERASURE_SENTENCE, MembersOnly, useMyProfile } from '@/features/members';
import { goBack, openTab } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Page } from '@/ui/Page';
import styles from './index.module.scss';

const CONSEQUENCES = [
  '姓名、手机号、生日、地址会被销毁，谁也找不回来。',
  '会员卡、等级和剩下的积分会一起作废。',
  '没领的兑换和没用的优惠会失效；没取走的订单请先取走或退款。',
  '按法律要保留的交易记录会留下，但不再和你的名字连在一起。',
];

export default function ErasurePage() {
  return (
    <Page>
      <MembersOnly text="你还没有账户，没有什么要删除的。">{() => <Erasure />}</MembersOnly>
    </Page>
  );
}

function Erasure() {
  const [typed, setTyped] = useState('');
  const { erase } = useMyProfile();
  const erasing = useAction(
    async () => {
      await erase();
      say('账户已经删除。谢谢你来过。');
      openTab('home');
    },
    { once: true },
  );

  return (
    <>
      <Block title="删除以后">
        {CONSEQUENCES.map((text) => (
          <View key={text} className={styles.line}>
            {text}
          </View>
        ))}
      </Block>
      <Block flush>
        <Field
          label="确认"
          value={typed}
          onChange={setTyped}
          placeholder={`请输入“${ERASURE_SENTENCE}”`}
          maxLength={10}
        />
      </Block>
      <Button block onClick={goBack}>
        我再想想
      </Button>
      <Button
        kind="danger"
        block
        busy={erasing.busy}
        disabled={typed.trim() !== ERASURE_SENTENCE}
        onClick={erasing.run}
      >
        删除我的账户
      </Button>
    </>
  );
}
