import Taro from '@tarojs/taro';
import type { PaymentParameters, PaymentSheetResult } from './payment';

export async function pay(parameters: PaymentParameters): Promise<PaymentSheetResult> {
  try {
    await Taro.requestPayment({
      ...parameters,
      signType: parameters.signType as keyof Taro.requestPayment.SignType,
    });
    return 'ok';
  } catch (error) {
    return String((error as { errMsg?: string }).errMsg).includes('cancel') ? 'cancel' : 'fail';
  }
}
