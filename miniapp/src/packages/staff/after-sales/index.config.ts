export default definePageConfig({ navigationBarTitleText: '门店售后', enablePullDownRefresh: true });
