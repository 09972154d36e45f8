import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { openApi } from '@/api/api';
import { keys } from '@/api/keys';
import type { GuaranteeView } from '@/api/views';
import { Block } from '@/ui/Block';
import { Icon } from '@/ui/Icon';
import { Sheet } from '@/ui/Sheet';
import { Tag } from '@/ui/Tag';
import styles from './Guarantees.module.scss';

/** What the brand guarantees for these products, and how often it kept its word. */
export function Guarantees({ brandId, productIds }: { brandId: string; productIds: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: keys.guarantees(brandId),
    queryFn: () => openApi.get('/api/member/guarantees', { query: { brandId } }),
  });
  const items = (data?.items ?? []).filter(
    ({ productIds: only }) => only.length === 0 || only.some((id) => productIds.includes(id)),
  );
  if (items.length === 0) {
    return null;
  }
  return (
    <Block onClick={() => setOpen(true)}>
      <View className={styles.badges}>
        <Icon name="shield" />
        {items.map(({ id, title }) => (
          <Tag key={id}>{title}</Tag>
        ))}
      </View>
      <Sheet open={open} title="服务保障" onClose={() => setOpen(false)}>
        {items.map((item) => (
          <View key={item.id} className={styles.item}>
            <View className={styles.title}>{item.title}</View>
            <View className={styles.text}>{item.text}</View>
            <View className={styles.rate}>{rateText(item)}</View>
          </View>
        ))}
      </Sheet>
    </Block>
  );
}

function rateText({ kept, broken, hours }: GuaranteeView): string {
  const all = kept + broken;
  const clock = `承诺 ${hours} 小时内兑现`;
  return all === 0 ? clock : `${clock} · 兑现率 ${Math.floor((kept * 100) / all)}%（${all} 次）`;
}
