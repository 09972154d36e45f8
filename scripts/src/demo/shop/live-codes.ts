import type { LiveCodeChannel } from '@regulars/shared';
import type { BrandKey } from './types.js';

/** Codes that hang in every store of a brand. */
export interface StoreCodeSeed {
  channel: LiveCodeChannel;
  /** Put behind the store's name. */
  name: string;
  promise: string;
  /** How many of a store's joins come through it. */
  share: number;
}

/** Codes that belong to no store: the nearest open one is found at the scan. */
export interface BrandCodeSeed extends StoreCodeSeed {
  /** Share of the brand's joins, beside those in the stores. */
  share: number;
}

export const STORE_CODES: Record<BrandKey, StoreCodeSeed[]> = {
  coffee: [
    {
      channel: 'counter',
      name: '收银台',
      promise: '入会就按会员价结这一单，到店签到另有 5 个积分。',
      share: 6,
    },
    { channel: 'table', name: '桌贴', promise: '坐下慢慢喝，扫码入会，下次来我们记得你的口味。', share: 3 },
  ],
  care: [
    {
      channel: 'counter',
      name: '收银台',
      promise: '入会就按会员价结这一单，用完不合适三十天内可以退。',
      share: 5,
    },
    { channel: 'receipt', name: '小票', promise: '小票上的码扫一下，这一单的积分替你记上。', share: 2 },
  ],
  eyewear: [
    { channel: 'counter', name: '收银台', promise: '入会建一份视力档案，度数变化以后随时查得到。', share: 5 },
    {
      channel: 'receipt',
      name: '取镜单',
      promise: '扫码入会，镜腿松了、鼻托歪了，任何一家店免费调。',
      share: 2,
    },
  ],
};

export const BRAND_CODES: Record<BrandKey, BrandCodeSeed[]> = {
  coffee: [
    {
      channel: 'poster',
      name: '社区公告栏海报',
      promise: '新邻居第一杯会员价，离你最近的店正在等你。',
      share: 1.5,
    },
    {
      channel: 'parcel',
      name: '咖啡豆包裹卡',
      promise: '扫码告诉我们你怎么冲，店长回你一张冲煮小卡。',
      share: 1,
    },
    {
      channel: 'online',
      name: '公众号菜单',
      promise: '关注很久了？入会把积分攒起来，换一杯请你喝。',
      share: 1.5,
    },
  ],
  care: [
    {
      channel: 'parcel',
      name: '护肤包裹卡',
      promise: '扫码领一份换季护肤笔记，疑问直接问配方师。',
      share: 3,
    },
    {
      channel: 'online',
      name: '成分笔记文末',
      promise: '读完想试试？入会可用积分换小样，先试再买。',
      share: 2,
    },
  ],
  eyewear: [
    {
      channel: 'poster',
      name: '校门口护眼海报',
      promise: '给孩子约一次免费的视力检查，离家近的门店就能做。',
      share: 1.5,
    },
    { channel: 'parcel', name: '隐形眼镜包裹卡', promise: '扫码记下度数，下次续购不用再翻盒子。', share: 1 },
  ],
};
