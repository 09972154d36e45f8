import { api } from '@/api/api';
import { pay } from '@/platform/pay';
import type { PaymentSheetResult } from '@/platform/payment';

/** Shows the payment sheet. Whether the order is paid, only the order itself can tell afterwards. */
export async function payOrder(id: string): Promise<PaymentSheetResult> {
  return pay(await api.post('/api/member/orders/{id}/payment', { path: { id } }));
}
