import Taro from '@tarojs/taro';
import type { Place } from './place';

export const openMap: ((place: Place) => void) | null = ({ lat, lng, name, address }) => {
  void Taro.openLocation({ latitude: lat, longitude: lng, name, address });
};
