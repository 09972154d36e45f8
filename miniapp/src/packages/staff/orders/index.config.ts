export default definePageConfig({ navigationBarTitleText: '待处理订单', enablePullDownRefresh: true });
