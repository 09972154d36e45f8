import { formatFen, formatPoints } from '@regulars/shared';
import { Switch, View } from '@tarojs/components';
import { useState } from 'react';
import type { QuoteView } from '@/api/views';
import { day } from '@/text/time';
import { Block } from '@/ui/Block';
import { Icon } from '@/ui/Icon';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import styles from './Benefits.module.scss';

interface BenefitsProps {
  quote: QuoteView;
  onCoupon: (id: string | undefined) => void;
  onPoints: (points: number) => void;
}

/** What the customer can throw in: one coupon, and points. */
export function Benefits({ quote, onCoupon, onPoints }: BenefitsProps) {
  const [choosing, setChoosing] = useState(false);
  const { coupons, usablePoints, hint } = quote;
  const chosen = coupons.usable.find(({ id }) => id === coupons.chosenId);
  const any = coupons.usable.length + coupons.unusable.length > 0;
  const choose = (id: string | undefined) => {
    onCoupon(id);
    setChoosing(false);
  };
  if (!any && !usablePoints && !hint) {
    return null;
  }
  return (
    <Block flush>
      {hint && <Row icon="info" title={hint} />}
      {any && (
        <Row
          icon="gift"
          title="优惠券"
          value={chosen ? `-${formatFen(chosen.savedFen)}` : countText(coupons.usable.length)}
          onClick={() => setChoosing(true)}
        />
      )}
      {usablePoints && (
        <Row
          icon="coin"
          title={
            usablePoints.usable > 0
              ? `用 ${formatPoints(usablePoints.usable)} 积分抵 ${formatFen(usablePoints.usableFen)}`
              : '这笔订单不能用积分'
          }
          note={`你有 ${formatPoints(usablePoints.balance)} 积分`}
          value={
            <Switch
              checked={quote.points > 0}
              disabled={usablePoints.usable === 0}
              aria-label="用积分抵扣"
              onChange={({ detail }) => onPoints(detail.value ? usablePoints.usable : 0)}
            />
          }
        />
      )}
      {choosing && (
        <Sheet open title="选一张券" onClose={() => setChoosing(false)}>
          {coupons.usable.map(({ id, name, savedFen, validTo }, index) => (
            <Row
              key={id}
              title={name}
              note={`${index === 0 ? '最划算 · ' : ''}${day(validTo)} 前可用`}
              value={
                <View className={styles.saving}>
                  {`-${formatFen(savedFen)}`}
                  {id === coupons.chosenId && <Icon name="check" />}
                </View>
              }
              onClick={() => choose(id)}
            />
          ))}
          <Row
            title="不用券"
            value={coupons.chosenId === null && <Icon name="check" />}
            onClick={() => choose(undefined)}
          />
          {coupons.unusable.map(({ id, name, reason }) => (
            <View key={id} className={styles.unusable}>
              <Row title={name} note={reason} />
            </View>
          ))}
        </Sheet>
      )}
    </Block>
  );
}

function countText(usable: number): string {
  return usable > 0 ? `${usable} 张可用` : '暂无可用';
}
