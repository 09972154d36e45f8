export default definePageConfig({ navigationBarTitleText: '处理订单', enablePullDownRefresh: true });
