export default definePageConfig({ navigationBarTitleText: '门店库存', enablePullDownRefresh: true });
