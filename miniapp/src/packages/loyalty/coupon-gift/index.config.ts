export default definePageConfig({ navigationBarTitleText: '朋友送你的券' });
