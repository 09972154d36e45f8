import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import type { AddressView } from '@/api/views';
import { useAddresses } from '@/features/orders';
import { open } from '@/platform/navigate';
import { addressLine } from '@/text/address';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import { ListSkeleton } from '@/ui/Skeleton';
import styles from './AddressPicker.module.scss';

interface AddressPickerProps {
  chosenId: string | undefined;
  onChoose: (address: AddressView) => void;
  onClose: () => void;
}

export function AddressPicker({ chosenId, onChoose, onClose }: AddressPickerProps) {
  const { data: addresses, error, refetch } = useAddresses();
  return (
    <Sheet
      open
      title="送到哪里"
      onClose={onClose}
      footer={
        <Button
          kind="line"
          block
          onClick={() => {
            onClose();
            open('addresses');
          }}
        >
          添一个新地址
        </Button>
      }
    >
      {!addresses &&
        (error ? (
          <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
        ) : (
          <ListSkeleton rows={2} />
        ))}
      {addresses?.length === 0 && <View className={styles.none}>还没有收货地址。</View>}
      {addresses?.map((address) => (
        <Row
          key={address.id}
          title={`${address.name} ${address.phone}`}
          note={addressLine(address)}
          value={address.id === chosenId && <Icon name="check" />}
          onClick={() => {
            onChoose(address);
            onClose();
          }}
        />
      ))}
    </Sheet>
  );
}
