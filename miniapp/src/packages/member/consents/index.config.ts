export default definePageConfig({ navigationBarTitleText: '授权与偏好' });
