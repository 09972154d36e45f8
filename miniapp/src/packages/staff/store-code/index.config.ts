export default definePageConfig({ navigationBarTitleText: '门店签到码' });
