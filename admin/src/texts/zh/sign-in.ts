export const signIn = {
  title: '登录品牌后台',
  hint: '用邮箱、密码和动态码登录。',
  email: '邮箱',
  emailHint: '你的工作邮箱',
  emailInvalid: '邮箱格式不对，请检查',
  password: '密码',
  otp: '动态码',
  otpHint: '身份验证器里的 6 位数字',
  otpInvalid: '动态码是 6 位数字',
  submit: '登录',
  submitting: '正在登录…',
};
