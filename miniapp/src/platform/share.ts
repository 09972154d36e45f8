export { useShareAppMessage as useShare } from '@tarojs/taro';
