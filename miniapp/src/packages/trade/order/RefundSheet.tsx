import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import styles from './RefundSheet.module.scss';

const REASONS = ['不想要了', '买错了或买多了', '等太久了', '商品有问题', '其他原因'] as const;

interface RefundSheetProps {
  busy: boolean;
  onChoose: (reason: string) => void;
  onClose: () => void;
}

export function RefundSheet({ busy, onChoose, onClose }: RefundSheetProps) {
  const [reason, setReason] = useState<string>();
  return (
    <Sheet
      open
      title="为什么想退款"
      onClose={onClose}
      footer={
        <Button block busy={busy} disabled={!reason} onClick={() => reason && onChoose(reason)}>
          提交退款申请
        </Button>
      }
    >
      {REASONS.map((text) => (
        <Row
          key={text}
          title={text}
          value={text === reason && <Icon name="check" className={styles.check} />}
          onClick={() => setReason(text)}
        />
      ))}
      <View className={styles.note}>钱会原路退回；这笔订单得的积分也会一起收回。</View>
    </Sheet>
  );
}
