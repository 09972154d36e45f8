import type { BrandKey } from './types.js';

export interface TagGroupSeed {
  readonly name: string;
  readonly exclusive: boolean;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

/** What the people at the counter note down about their customers. */
export const TAG_GROUPS: Readonly<Record<BrandKey, readonly TagGroupSeed[]>> = {
  coffee: [
    {
      name: '口味',
      exclusive: false,
      tags: [
        { name: '偏爱浅烘', description: '点单时总问有没有浅烘豆' },
        { name: '下午只喝低因', description: '午后不碰咖啡因' },
        { name: '燕麦奶', description: '拿铁换燕麦奶' },
      ],
    },
    {
      name: '来访目的',
      exclusive: true,
      tags: [
        { name: '上班路上', description: '工作日早上顺路带一杯' },
        { name: '约人聊天', description: '常和朋友一起来，坐得久' },
      ],
    },
  ],
  care: [
    {
      name: '肤质',
      exclusive: true,
      tags: [
        { name: '敏感肌', description: '说起过自己容易泛红' },
        { name: '油性', description: '' },
        { name: '干性', description: '' },
      ],
    },
  ],
  eyewear: [
    {
      name: '用眼习惯',
      exclusive: false,
      tags: [
        { name: '长时间看屏幕', description: '每天对着电脑八小时以上' },
        { name: '常开夜车', description: '问过夜间驾驶镜片' },
      ],
    },
  ],
};
