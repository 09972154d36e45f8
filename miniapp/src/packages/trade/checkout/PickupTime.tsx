import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import { sentenceOf } from '@/api/problem';
import { clockTime, day } from '@/text/time';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './PickupTime.module.scss';

interface PickupTimeProps {
  brandId: string;
  storeId: string;
  /** Beginning of the chosen window; as soon as it is ready when absent. */
  from: string | undefined;
  onChoose: (from: string | undefined) => void;
}

/** When the goods are fetched: as soon as they are ready, or in one of the store's windows. */
export function PickupTime({ brandId, storeId, from, onChoose }: PickupTimeProps) {
  const [choosing, setChoosing] = useState(false);
  const choose = (next: string | undefined) => {
    onChoose(next);
    setChoosing(false);
  };
  return (
    <>
      <Row
        icon="clock"
        title="取货时间"
        value={from === undefined ? '尽快' : `${day(from)} ${clockTime(from)} 起`}
        onClick={() => setChoosing(true)}
      />
      {choosing && (
        <Sheet open title="什么时候来取" onClose={() => setChoosing(false)}>
          <Row
            title="尽快"
            note="门店备好就告诉你"
            value={from === undefined && <Icon name="check" />}
            onClick={() => choose(undefined)}
          />
          <Windows brandId={brandId} storeId={storeId} from={from} onChoose={choose} />
        </Sheet>
      )}
    </>
  );
}

function Windows({ brandId, storeId, from, onChoose }: PickupTimeProps) {
  const { data, error, refetch } = useQuery({
    queryKey: keys.pickupWindows(storeId),
    staleTime: 0,
    queryFn: async () =>
      (await api.get('/api/member/stores/{id}/pickup-windows', { path: { id: storeId }, query: { brandId } }))
        .items,
  });
  if (!data) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <ListSkeleton rows={4} />
    );
  }
  return (
    <>
      {data.map((window) => {
        const full = window.left === 0;
        return (
          <View key={window.from} className={full ? styles.full : undefined}>
            <Row
              title={`${day(window.from)} ${clockTime(window.from)}–${clockTime(window.to)}`}
              note={leftText(window.left)}
              value={window.from === from && <Icon name="check" />}
              onClick={full ? undefined : () => onChoose(window.from)}
            />
          </View>
        );
      })}
    </>
  );
}

function leftText(left: number | null): string | undefined {
  if (left === null) {
    return undefined;
  }
  return left === 0 ? '约满了' : `还能约 ${left} 单`;
}
