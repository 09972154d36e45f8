export default definePageConfig({ navigationBarTitleText: '群内领券' });
