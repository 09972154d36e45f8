/**
 * Every refusal that the API can answer: HTTP status and the sentence a person reads.
 * Codes are stable, clients decide by code; sentences may be improved at any time.
 */
export const ERRORS = {
  // platform
  bad_request: { status: 400, text: '请求格式有误，请检查后重试。' },
  conflict: { status: 409, text: '数据刚刚有变化，请刷新后重试。' },
  forbidden: { status: 403, text: '你没有权限进行这项操作。' },
  idempotency_key_invalid: { status: 400, text: '请求缺少有效的防重复标识，请重新进入页面后再试。' },
  idempotency_key_reused: { status: 422, text: '同一个防重复标识不能用于不同的请求。' },
  internal: { status: 500, text: '系统开小差了，请稍后再试。' },
  method_not_allowed: { status: 405, text: '不支持这种请求方式。' },
  not_found: { status: 404, text: '没有找到你要的内容，可能已被移除。' },
  payload_too_large: { status: 413, text: '提交的内容太大了。' },
  too_many_requests: { status: 429, text: '操作太频繁了，请稍等片刻再试。' },
  unauthenticated: { status: 401, text: '登录已失效，请重新进入。' },
  unavailable: { status: 503, text: '服务正忙，请稍后再试。' },
  unsupported_media_type: { status: 415, text: '不支持这种内容格式。' },
  validation_failed: { status: 422, text: '有些内容填写不正确，请检查后再提交。' },

  // wechat
  wechat_unavailable: { status: 503, text: '微信那边正忙，请稍后再试。' },

  // org
  already_staff: { status: 409, text: '你已经是店员了，不能再接受别的邀请。' },
  invitation_invalid: { status: 409, text: '邀请码无效、已过期或已经被使用，请联系店长重新邀请。' },
  sign_in_failed: { status: 401, text: '邮箱、密码或动态码不正确；每个动态码只能使用一次。' },
  sign_in_locked: { status: 429, text: '尝试登录的次数太多了，请过 15 分钟再试。' },
  staff_already_bound: { status: 409, text: '这位店员已经绑定微信，不需要再邀请。' },

  // members
  address_limit_reached: { status: 409, text: '最多保存 20 个收货地址，请先删除不再使用的。' },
  app_unknown: { status: 422, text: '这个小程序没有接入本系统，请从品牌的小程序进入。' },
  login_blocked: { status: 403, text: '微信提示这个账号存在风险，暂时无法登录。' },
  login_code_invalid: { status: 422, text: '微信登录凭证已失效，请重新进入小程序。' },
  member_code_invalid: { status: 422, text: '会员码已过期或无法识别，请顾客刷新后再扫一次。' },
  membership_required: { status: 403, text: '请先加入会员，再进行这项操作。' },
  phone_code_invalid: { status: 422, text: '手机号授权已失效，请重新点一次授权。' },
  phone_taken: { status: 409, text: '这个手机号已经绑定了另一个会员账户，请换一个手机号，或联系门店处理。' },
  phone_unsupported: { status: 422, text: '暂时不支持这个手机号，请换一个再试。' },
  service_consent_kept: {
    status: 409,
    text: '会员服务离不开这项同意。如果想停止服务，可以在「我的」里删除账户。',
  },
  service_consent_required: { status: 422, text: '需要先同意会员服务说明，才能为你开卡。' },

  // ledger
  not_enough_points: { status: 409, text: '积分不够，再攒一攒吧。' },

  // live-codes
  live_code_paused: { status: 410, text: '这个二维码已经停用了，欢迎从品牌首页继续逛逛。' },

  // loyalty
  redemption_not_cancellable: { status: 409, text: '这份兑换现在不能取消了。' },
  redemption_not_ready: { status: 409, text: '这份兑换已经领取或取消，不能再核销。' },
  reward_limit_reached: { status: 409, text: '你已经兑换到这份奖品的上限了。' },
  reward_not_available: { status: 409, text: '这份奖品现在不能兑换，看看其他的吧。' },
  reward_out_of_stock: { status: 409, text: '来晚一步，这份奖品已经兑完了。' },

  // check-ins
  already_checked_in: { status: 409, text: '今天已经在这家店签到过了，明天再来吧。' },
  code_expired: { status: 409, text: '这个码已经过期，请刷新后重新扫码。' },
  code_used: { status: 409, text: '这个会员码刚刚用过了，请等它刷新后再扫。' },
  location_required: {
    status: 409,
    text: '在这家店签到需要位置信息，请允许定位后重试，或扫店员手机上的签到码。',
  },
  too_far_from_store: { status: 409, text: '你离门店还有点远，请到店后再签到。' },

  // catalogue, inventory, pricing
  product_off_shelf: { status: 409, text: '有商品已经下架，请从购物车移除后再试。' },
  stock_too_low: { status: 409, text: '调整后的库存会少于已被订单占用的数量，请先核对。' },
  sold_out: { status: 409, text: '来晚一步，库存不够了。' },

  // orders
  fulfilment_unavailable: { status: 409, text: '所选的取货门店或收货地址暂时不可用，请重新选择。' },
  order_not_cancellable: { status: 409, text: '这笔订单现在不能取消。' },
  order_not_payable: { status: 409, text: '这笔订单现在不能支付，请刷新查看最新状态。' },
  order_not_refundable: { status: 409, text: '这笔订单现在不能退款。' },
  order_not_shippable: { status: 409, text: '这笔订单现在不能发货。' },
  pickup_not_ready: { status: 409, text: '这个取货码现在不能核销，请查看订单状态。' },
  price_changed: { status: 409, text: '价格有变化，请确认新的金额后再下单。' },
  too_many_unpaid_orders: { status: 409, text: '你有几笔订单还没付款，请先付款或取消后再下单。' },

  // payments
  notification_unverified: { status: 401, text: '通知验签未通过。' },
} as const satisfies Record<string, { status: number; text: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
