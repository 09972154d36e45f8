export default definePageConfig({ navigationBarTitleText: '快到期的积分', enablePullDownRefresh: true });
