import { View } from '@tarojs/components';
import type { QuoteLine } from '@/api/views';
import { MAX_QUANTITY, type CartLine } from '@/features/cart';
import { open } from '@/platform/navigate';
import { confirm } from '@/platform/notice';
import { Picture } from '@/ui/Picture';
import { Price } from '@/ui/Price';
import { Stepper } from '@/ui/Stepper';
import styles from './CartRow.module.scss';

interface CartRowProps {
  line: CartLine;
  /** The server's word on it, once there. */
  quoted: QuoteLine | undefined;
  /** Zero takes it out. */
  onQuantity: (quantity: number) => void;
}

export function CartRow({ line, quoted, onQuantity }: CartRowProps) {
  const change = async (quantity: number) => {
    if (quantity > 0) {
      onQuantity(quantity);
    } else if (
      await confirm({ title: '不要了吗', text: `把“${line.name}”从购物车拿掉。`, yes: '拿掉', no: '留着' })
    ) {
      onQuantity(0);
    }
  };

  return (
    <View className={styles.row}>
      <View onClick={() => open('product', { id: line.productId })}>
        <Picture src={line.pictureUrl} className={styles.picture} label={line.name} />
      </View>
      <View className={styles.main}>
        <View className={styles.name}>{line.name}</View>
        <View className={styles.sku}>{line.skuName}</View>
        {quoted && quoted.available < line.quantity && (
          <View className={styles.short}>
            {quoted.available > 0 ? `这家店只剩 ${quoted.available} 份` : '这家店暂时没货'}
          </View>
        )}
        <View className={styles.foot}>
          <Price fen={sumFen(line, quoted)} />
          <Stepper
            value={line.quantity}
            min={0}
            max={MAX_QUANTITY}
            label={line.name}
            onChange={(quantity) => void change(quantity)}
          />
        </View>
      </View>
    </View>
  );
}

/** While a new quote is on its way, the remembered price stands in. */
function sumFen(line: CartLine, quoted: QuoteLine | undefined): number {
  return quoted?.quantity === line.quantity ? quoted.totalFen : line.priceFen * line.quantity;
}
