export default definePageConfig({
  navigationBarTitleText: '老主顾',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
