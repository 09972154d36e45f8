/** Where a live code's page lets people go on; joining is one of several equal ways. */
export const LIVE_CODE_EXITS = ['join', 'guide', 'group', 'follow'] as const;
export type LiveCodeExit = (typeof LIVE_CODE_EXITS)[number];

export const LIVE_CODE_EXIT_TEXT: Readonly<Record<LiveCodeExit, string>> = {
  join: '成为会员',
  guide: '加导购为好友',
  group: '加入门店群',
  follow: '关注公众号',
};

/** Where a code is printed: what it costs and brings is compared by this. */
export const LIVE_CODE_CHANNELS = ['counter', 'table', 'poster', 'parcel', 'receipt', 'online'] as const;
export type LiveCodeChannel = (typeof LIVE_CODE_CHANNELS)[number];

export const LIVE_CODE_CHANNEL_TEXT: Readonly<Record<LiveCodeChannel, string>> = {
  counter: '收银台',
  table: '桌贴',
  poster: '海报',
  parcel: '包裹卡',
  receipt: '小票',
  online: '线上',
};

export const LIVE_CODE_STATUSES = ['active', 'paused'] as const;
export type LiveCodeStatus = (typeof LIVE_CODE_STATUSES)[number];

export const LIVE_CODE_STATUS_TEXT: Readonly<Record<LiveCodeStatus, string>> = {
  active: '使用中',
  paused: '已停用',
};
