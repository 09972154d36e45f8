import { loadConfig } from './config';
import { callDevice } from './device.h5';
import type { PaymentParameters, PaymentSheetResult } from './payment';

export async function pay(parameters: PaymentParameters): Promise<PaymentSheetResult> {
  const { appId } = await loadConfig();
  try {
    const { result } = await callDevice<{ result: PaymentSheetResult }>('POST', '/payment', {
      ...parameters,
      appId,
    });
    return result;
  } catch {
    return 'fail';
  }
}
