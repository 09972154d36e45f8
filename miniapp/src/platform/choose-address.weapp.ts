import Taro from '@tarojs/taro';
import type { ChosenAddress } from './address-book';

/** Opens WeChat's address book; undefined when the person changed their mind. */
export async function chooseAddress(): Promise<ChosenAddress | undefined> {
  try {
    const chosen = await Taro.chooseAddress();
    return {
      name: chosen.userName,
      phone: chosen.telNumber,
      province: chosen.provinceName,
      city: chosen.cityName,
      district: chosen.countyName,
      detail: chosen.detailInfo,
    };
  } catch {
    return undefined;
  }
}
