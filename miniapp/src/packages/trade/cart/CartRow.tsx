import { View } from '@tarojs/components';
import type { QuoteLine } from '@/api/views';
import { MAX_QUANTITY, priceChange, type ShownLine } from '@/features/cart';
import { open } from '@/platform/navigate';
import { confirm } from '@/platform/notice';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { Price } from '@/ui/Price';
import { Stepper } from '@/ui/Stepper';
import styles from './CartRow.module.scss';

interface CartRowProps {
  line: ShownLine;
  /** The server's word on it, once there. */
  quoted: QuoteLine | undefined;
  /** Absent where all of it is ordered. */
  onSelect?: (selected: boolean) => void;
  /** Zero takes it out. */
  onQuantity: (quantity: number) => void;
}

export function CartRow({ line, quoted, onSelect, onQuantity }: CartRowProps) {
  const change = async (quantity: number) => {
    if (quantity > 0) {
      onQuantity(quantity);
    } else if (
      await confirm({ title: '不要了吗', text: `把“${line.name}”从购物车拿掉。`, yes: '拿掉', no: '留着' })
    ) {
      onQuantity(0);
    }
  };
  const changed = priceChange(line);

  return (
    <View className={cx(styles.row, line.problemText !== null && styles.away)}>
      {onSelect && (
        <View
          className={cx(styles.tick, line.selected && styles.ticked)}
          role="checkbox"
          aria-checked={line.selected}
          aria-label={`选择${line.name}`}
          onClick={() => line.problemText === null && onSelect(!line.selected)}
        >
          {line.selected && <Icon name="check" />}
        </View>
      )}
      <View onClick={() => open('product', { id: line.productId })}>
        <Picture src={line.pictureUrl} className={styles.picture} label={line.name} />
      </View>
      <View className={styles.main}>
        <View className={styles.name}>{line.name}</View>
        {line.skuName && <View className={styles.sku}>{line.skuName}</View>}
        {changed && <View className={styles.sku}>{changed}</View>}
        {shortOf(line, quoted) && <View className={styles.short}>{shortOf(line, quoted)}</View>}
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

function shortOf(line: ShownLine, quoted: QuoteLine | undefined): string | null {
  if (line.problemText !== null || !quoted || quoted.available >= line.quantity) {
    return line.problemText;
  }
  return quoted.available > 0 ? `这家店只剩 ${quoted.available} 份` : '这家店暂时没货';
}

/** While a new quote is on its way, the remembered price stands in. */
function sumFen(line: ShownLine, quoted: QuoteLine | undefined): number {
  return quoted?.quantity === line.quantity ? quoted.totalFen : line.priceFen * line.quantity;
}
