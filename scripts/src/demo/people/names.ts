import { type Random, Weighted } from '../random.js';

/** Family names by how common they are; the given names are everyday ones. Whoever comes out is nobody. */
const FAMILY_NAMES: [share: number, names: string][] = [
  [72, '王'],
  [71, '李'],
  [66, '张'],
  [53, '刘'],
  [49, '陈'],
  [31, '杨'],
  [25, '黄'],
  [24, '赵'],
  [21, '吴'],
  [20, '周'],
  [16, '徐'],
  [15, '孙'],
  [13, '马 朱'],
  [12, '胡 郭'],
  [11, '何 林'],
  [10, '高 罗'],
  [9, '郑 梁'],
  [8, '谢 宋'],
  [7, '唐 许 韩'],
  [6, '邓 冯 曹 彭 曾 肖'],
  [5, '田 董 潘 袁 蔡 蒋 余'],
  [4, '于 杜 叶 程 魏 苏 吕 丁 任'],
  [3, '卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖'],
  [2, '石 金 韦 贾 夏 付 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 雷'],
  [1, '龙 欧阳 上官'],
];

const GIVEN_NAMES =
  '雨桐 子涵 欣怡 梓萱 思琪 佳怡 诗涵 雅静 晓彤 梦洁 语嫣 可馨 若曦 婉清 静怡 慧敏 丽娟 秀兰 玉梅 海燕 春燕 晓燕 雪梅 文静 亚楠 一诺 沐晴 知夏 念安 书瑶 芷若 清扬 ' +
  '浩然 子轩 宇航 俊杰 博文 天佑 明轩 泽宇 子墨 嘉豪 志强 建国 建华 国庆 海涛 文博 晓东 振华 永康 立新 家铭 承志 云飞 思远 一鸣 景行 望舒 怀瑾 知行 砚秋 行之 以宁 ' +
  '敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 玲 辉 鹏 飞 波 斌 宁 晨 倩 婷 颖 琳 帆 昊 悦 瑶 凯 锐 楠 萌 璐 航 岚 溪 禾 安 乐';

const families = new Weighted(
  FAMILY_NAMES.flatMap(([share, names]) => names.split(' ').map((name) => ({ name, share }))),
  ({ share }) => share,
);
const givens = GIVEN_NAMES.split(' ');

export function fullName(random: Random): string {
  return families.pick(random).name + random.pick(givens);
}
