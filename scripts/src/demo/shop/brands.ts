import type { BrandSeed, ProgramSeed } from './types.js';

/** One group, 檐里; the coffee house and the skincare brand share a program, the optician keeps its own. */
export const PROGRAMS: ProgramSeed[] = [
  {
    key: 'eaves',
    name: '檐里会',
    pointsPerYuanBp: 10_000,
    growthPerYuanBp: 10_000,
    checkInPoints: 5,
    tiers: [
      {
        level: 1,
        name: '邻居',
        growthFrom: 0,
        memberPrice: true,
        benefits: [
          { title: '会员价', text: '出示会员码或在小程序下单，直接按会员价结算。' },
          { title: '消费积分', text: '每实付 1 元积 1 分，晴檐咖啡和蘅野通用。' },
          { title: '到店签到', text: '每天到店签到一次，积 5 分。' },
        ],
      },
      {
        level: 2,
        name: '常客',
        growthFrom: 300,
        memberPrice: true,
        benefits: [
          { title: '会员价', text: '出示会员码或在小程序下单，直接按会员价结算。' },
          { title: '消费积分', text: '每实付 1 元积 1 分，晴檐咖啡和蘅野通用。' },
          { title: '免费升杯', text: '每月两次，晴檐咖啡任意饮品中杯升大杯。' },
          { title: '新品先尝', text: '新品上市前三天，店里为你留一份试饮或小样。' },
        ],
      },
      {
        level: 3,
        name: '老友',
        growthFrom: 1000,
        memberPrice: true,
        benefits: [
          { title: '会员价', text: '出示会员码或在小程序下单，直接按会员价结算。' },
          { title: '消费积分', text: '每实付 1 元积 1 分，晴檐咖啡和蘅野通用。' },
          { title: '免费升杯', text: '每月四次，晴檐咖啡任意饮品中杯升大杯。' },
          { title: '生日心意', text: '生日当月到店，送一块当天的蛋糕或一支护手霜。' },
          { title: '肤质咨询', text: '每季一次，蘅野配方师一对一聊聊你的皮肤。' },
        ],
      },
      {
        level: 4,
        name: '老主顾',
        growthFrom: 3000,
        memberPrice: true,
        benefits: [
          { title: '会员价', text: '出示会员码或在小程序下单，直接按会员价结算。' },
          { title: '消费积分', text: '每实付 1 元积 1 分，晴檐咖啡和蘅野通用。' },
          { title: '每周一杯', text: '每周一杯手冲由店里请，豆子由你选。' },
          { title: '专属陶杯', text: '店里挂一只写着你名字的陶杯，来了就用它。' },
          { title: '三十天安心退', text: '蘅野产品拆封三十天内不合适，退款不问原因。' },
        ],
      },
    ],
  },
  {
    key: 'clear',
    name: '明里会员',
    pointsPerYuanBp: 10_000,
    growthPerYuanBp: 10_000,
    checkInPoints: 10,
    tiers: [
      {
        level: 1,
        name: '初见',
        growthFrom: 0,
        memberPrice: true,
        benefits: [
          { title: '会员价', text: '镜架、镜片和护理用品按会员价结算。' },
          { title: '终身调校', text: '在任何一家门店免费清洗、换鼻托、调镜腿。' },
        ],
      },
      {
        level: 2,
        name: '熟客',
        growthFrom: 1500,
        memberPrice: true,
        benefits: [
          { title: '会员价', text: '镜架、镜片和护理用品按会员价结算。' },
          { title: '终身调校', text: '在任何一家门店免费清洗、换鼻托、调镜腿。' },
          { title: '年度验光', text: '每年一次全套验光，度数变化写进档案，随时可查。' },
        ],
      },
      {
        level: 3,
        name: '老主顾',
        growthFrom: 5000,
        memberPrice: true,
        benefits: [
          { title: '会员价', text: '镜架、镜片和护理用品按会员价结算。' },
          { title: '全家验光', text: '每年为家里三位成员做全套验光，老人孩子都算。' },
          { title: '意外换片', text: '配镜一年内镜片意外划伤，按成本价换新。' },
          { title: '师傅上门', text: '行动不便的长辈，师傅每年上门调校一次。' },
        ],
      },
    ],
  },
];

export const BRANDS: BrandSeed[] = [
  {
    key: 'coffee',
    program: 'eaves',
    name: '晴檐咖啡',
    slogan: '天晴天雨，檐下都有一杯热的',
    industry: '咖啡',
    primary: '#b4532a',
    logo: 'brand-coffee-logo',
    cover: 'brand-coffee-cover',
    persona: {
      name: '小檐',
      role: '总店长，首席试喝员',
      ageBand: '90 后',
      greeting: '早呀，我是小檐。这批豆子烘好第三天，正是最香的时候，进来坐坐，靠窗的位子给你留着。',
      avatar: 'persona-coffee-avatar',
      portrait: 'persona-coffee',
      traits: ['开朗', '记性好', '爱张罗'],
      hobbies: ['清晨骑车', '逛早市', '拍街角的猫', '收集旧杯子'],
      tone: {
        says: ['记得你上次喝的那杯', '今天起风，喝点热的', '不着急，慢慢选'],
        neverSays: ['最后一天', '错过再等一年', '亲，在吗'],
      },
      topics: ['今天几点的豆子最好喝', '下雨天配什么点心', '店里的猫今天几点来', '把咖啡渣带回家种花'],
    },
  },
  {
    key: 'care',
    program: 'eaves',
    name: '蘅野',
    slogan: '把皮肤交给草木和时间',
    industry: '护肤',
    primary: '#5b7359',
    logo: 'brand-care-logo',
    cover: 'brand-care-cover',
    persona: {
      name: '苏蘅',
      role: '配方师',
      ageBand: '80 后',
      greeting: '你好，我是苏蘅。皮肤不用一天变好，我们慢慢来；哪里不舒服，先停用，再来问我。',
      avatar: 'persona-care-avatar',
      portrait: 'persona-care',
      traits: ['沉静', '较真', '说话留余地'],
      hobbies: ['认野草', '晒陈皮', '徒步', '抄老方子'],
      tone: {
        says: ['先在耳后试一天', '这支不急着买，用完手里的再说', '成分表我陪你看'],
        neverSays: ['七天见效', '逆龄', '全网最低'],
      },
      topics: ['换季泛红怎么办', '防晒到底涂多少', '山里采到的草', '空瓶还能做什么'],
    },
  },
  {
    key: 'eyewear',
    program: 'clear',
    name: '明里眼镜',
    slogan: '看清楚，才走得远',
    industry: '眼镜',
    primary: '#2f4b6e',
    logo: 'brand-eyewear-logo',
    cover: 'brand-eyewear-cover',
    persona: {
      name: '顾师傅',
      role: '验光师，从业三十一年',
      ageBand: '60 后',
      greeting: '我是老顾，配了三十一年眼镜。戴得舒不舒服只有你知道，哪里不对，随时拿回来我给你调。',
      avatar: 'persona-eyewear-avatar',
      portrait: 'persona-eyewear',
      traits: ['稳当', '细致', '爱打比方'],
      hobbies: ['修旧钟', '钓鱼', '教徒弟', '听评弹'],
      tone: {
        says: ['眼镜是穿在脸上的鞋', '度数够用就好，不必配满', '孩子的眼睛，一年要看两回'],
        neverSays: ['包治近视', '度数越高越清楚', '今天不配就没了'],
      },
      topics: ['镜片怎么擦不留痕', '孩子坐姿和度数', '墨镜颜色怎么选', '老花了要不要配渐进片'],
    },
  },
];

export const GROUP_NAME = '檐里集团';
