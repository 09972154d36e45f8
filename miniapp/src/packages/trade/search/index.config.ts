export default definePageConfig({ navigationBarTitleText: '找商品' });
