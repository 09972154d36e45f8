import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import { useStoreOrderActions, useStoreOrderRemarks } from '@/features/staff';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import styles from './index.module.scss';

/** What colleagues tell each other; the customer does not see it. */
export function Remarks({ orderId }: { orderId: string }) {
  const { data: remarks = [] } = useStoreOrderRemarks(orderId);
  const { remark } = useStoreOrderActions(orderId);
  const [text, setText] = useState('');
  const adding = useAction(async () => {
    await remark(text.trim());
    setText('');
  });
  return (
    <Block title="内部备注">
      {remarks.map(({ author, text: said, at }) => (
        <View key={`${at}${said}`} className={styles.remark}>
          <View>{said}</View>
          <View className={styles.sub}>{`${author} · ${dayAndTime(at)}`}</View>
        </View>
      ))}
      <Field
        label="备注"
        value={text}
        maxLength={200}
        placeholder="给同事看，顾客看不到"
        onChange={setText}
      />
      <Button kind="line" size="small" disabled={text.trim() === ''} busy={adding.busy} onClick={adding.run}>
        记下
      </Button>
    </Block>
  );
}
