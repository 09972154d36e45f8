export default definePageConfig({ navigationBarTitleText: '核销与赠送优惠券' });
