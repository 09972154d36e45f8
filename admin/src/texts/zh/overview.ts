export const overview = {
  title: '今日一览',
  asOf: (day: string) => `${day}，从零点到现在。先看有多少顾客还在来往，再看卖了多少。`,
  relationship: '顾客关系',
  sales: '销售',
  definitionOf: (label: string) => `${label}是怎么算的`,
  open: { members: '会员名单', orders: '订单列表' },
  recentMembers: '刚刚入会',
  recentOrders: '最近的订单',
  all: '看全部',
  units: { people: '人', times: '次', orders: '单' },
  empty: '今天还没有数据。',
};
