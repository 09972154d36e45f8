/** Where the assignments of a tag come from. */
export const TAG_SOURCES = ['manual', 'rule', 'import', 'system', 'wechat'] as const;
export type TagSource = (typeof TAG_SOURCES)[number];

export const TAG_SOURCE_TEXT: Readonly<Record<TagSource, string>> = {
  manual: '人工',
  rule: '规则',
  import: '导入',
  system: '系统',
  wechat: '微信',
};

/** On whose word somebody has a tag. */
export const TAGGED_BY = ['admin', 'staff', 'rule', 'import', 'system', 'member'] as const;
export type TaggedBy = (typeof TAGGED_BY)[number];

export const TAGGED_BY_TEXT: Readonly<Record<TaggedBy, string>> = {
  admin: '后台',
  staff: '店员',
  rule: '规则',
  import: '导入',
  system: '系统',
  member: '本人',
};

export const TAG_ACTIONS = ['given', 'renewed', 'taken', 'expired'] as const;
export type TagAction = (typeof TAG_ACTIONS)[number];

export const TAG_ACTION_TEXT: Readonly<Record<TagAction, string>> = {
  given: '打上',
  renewed: '更新',
  taken: '取消',
  expired: '到期',
};
