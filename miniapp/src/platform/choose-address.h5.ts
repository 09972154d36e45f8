import type { ChosenAddress } from './address-book';

/** A browser has no address book; this is the one entry of the WeChat that is played here. */
export function chooseAddress(): Promise<ChosenAddress | undefined> {
  return Promise.resolve({
    name: '林小满',
    phone: '13800138000',
    province: '上海市',
    city: '上海市',
    district: '徐汇区',
    detail: '漕溪北路 88 号 3 楼',
  });
}
