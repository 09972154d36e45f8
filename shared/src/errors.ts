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
  picture_too_large: { status: 413, text: '图片不能超过 10 MB，请压缩后再上传。' },
  picture_unknown: { status: 422, text: '有图片已经失效，请重新上传。' },
  picture_unreadable: { status: 422, text: '这个文件不是能打开的 JPG、PNG 或 WebP 图片，请换一张。' },
  too_many_pictures: { status: 409, text: '上传了太多还没有用到的图片，请过一天再试。' },
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

  // audience
  segment_frozen: { status: 409, text: '定格的分群不能再改条件，请另存为新的分群。' },
  segment_name_taken: { status: 409, text: '已经有同名的分群了，请换一个名字。' },
  tag_group_name_taken: { status: 409, text: '已经有同名的标签组了，请换一个名字。' },
  tag_name_taken: { status: 409, text: '这个组里已经有同名的标签了，请换一个名字。' },
  tag_retired: { status: 409, text: '这个标签已经停用，不能再给会员打上。' },

  // live-codes
  live_code_paused: { status: 410, text: '这个二维码已经停用了，欢迎从品牌首页继续逛逛。' },

  // loyalty
  gift_fetched: { status: 409, text: '这份礼物已经领过了。' },
  gift_not_ready: { status: 409, text: '还没到领取的时候，资料完整、日子到了再来吧。' },
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
  coupon_claimed_out: { status: 409, text: '来晚一步，这张券已经领完了。' },
  coupon_limit_reached: { status: 409, text: '你已经领过这张券了，先去用掉吧。' },
  coupon_not_available: { status: 409, text: '这张券现在不能用了，可能正被别的订单占用、已使用或已过期。' },
  coupon_not_claimable: { status: 409, text: '这张券现在不能领取，看看别的吧。' },
  coupon_not_givable: { status: 409, text: '这张券不能转赠。' },
  coupon_not_usable: { status: 409, text: '这张券不能用于这笔订单。' },
  coupon_transfer_over: { status: 409, text: '这份赠券已经被领走、收回或过期了。' },
  promotion_limit_reached: { status: 409, text: '限时价每人限购，超出的部分请按平时的价格购买。' },
  promotion_sold_out: { status: 409, text: '来晚一步，限时价的名额已经抢完了。' },
  category_in_use: { status: 409, text: '这个分类下还有商品或下级分类，请先移走它们。' },
  category_too_deep: { status: 409, text: '分类最多三级，也不能放进它自己的下级里。' },
  import_not_ready: { status: 409, text: '这份表格还没有检查完，或者已经导入过了。' },
  product_off_shelf: { status: 409, text: '有商品已经下架，请从购物车移除后再试。' },
  spreadsheet_too_large: { status: 413, text: '表格不能超过 5 MB，也不能超过 20000 行，请拆开上传。' },
  spreadsheet_unreadable: { status: 422, text: '读不了这份表格，请用 CSV 或 XLSX 格式，第一行写列名。' },
  stock_count_closed: { status: 409, text: '这次盘点已经入账或作废，不能再改了。' },
  stock_too_low: { status: 409, text: '调整后的库存会少于已被订单占用的数量，请先核对。' },
  transfer_received: { status: 409, text: '这批调拨已经收过货了。' },
  sold_out: { status: 409, text: '来晚一步，库存不够了。' },

  // orders
  cart_changed: {
    status: 409,
    text: '购物车里的这些商品已经下过单或改动过了，请回到购物车或「我的订单」看看。',
  },
  cart_full: { status: 409, text: '购物车最多放 50 种商品，请先清理一下。' },
  checkout_link_over: { status: 410, text: '这份优惠已经结束了，去店里看看别的吧。' },
  fulfilment_unavailable: { status: 409, text: '所选的取货门店或收货地址暂时不可用，请重新选择。' },
  invoice_issued: { status: 409, text: '这笔订单的发票已经开出，不能再改了。' },
  invoice_unavailable: { status: 409, text: '这笔订单已经关闭或退款，不能开发票。' },
  order_not_acceptable: { status: 409, text: '这笔订单现在不能接单，请刷新查看最新状态。' },
  order_not_cancellable: { status: 409, text: '这笔订单现在不能取消。' },
  order_not_payable: { status: 409, text: '这笔订单现在不能支付，请刷新查看最新状态。' },
  order_not_receivable: { status: 409, text: '包裹还没有全部发出，现在不能确认收货。' },
  order_not_refundable: { status: 409, text: '这笔订单现在不能退款。' },
  order_not_repriceable: { status: 409, text: '这笔订单已经付款或关闭，不能再改价。' },
  order_not_shippable: { status: 409, text: '这笔订单现在不能发货。' },
  orders_unfinished: {
    status: 409,
    text: '还有没付款、没取走或没发完的订单，请先取消、取货或退款，再删除账户。',
  },
  parcel_impossible: { status: 409, text: '包裹里的件数比还没发的多，请刷新后重新选择。' },
  parcel_known: { status: 409, text: '这个运单号已经登记在这笔订单的另一个包裹上了，请核对。' },
  parcel_not_correctable: { status: 409, text: '微信只允许全部发货后更正一次运单号，这笔订单现在不能改了。' },
  parcel_limit_reached: { status: 409, text: '一笔订单最多发 15 个包裹，请把剩下的一起发出。' },
  pickup_window_full: { status: 409, text: '这个时段刚刚约满了，请换一个时间。' },
  pickup_window_gone: { status: 409, text: '这个取货时间不能选了，请换一个时间。' },
  pickup_not_ready: { status: 409, text: '这个取货码现在不能核销，请查看订单状态。' },
  price_not_lower: { status: 409, text: '改价只能往低改，并且不能低于运费或一分钱。' },
  price_changed: { status: 409, text: '价格有变化，请确认新的金额后再下单。' },
  refund_exceeds_paid: { status: 409, text: '超出了还能退的数量或金额，请核对后再试。' },
  too_many_unpaid_orders: { status: 409, text: '你有几笔订单还没付款，请先付款或取消后再下单。' },

  // after-sales, reviews
  after_sale_exists: { status: 409, text: '这件商品已经在售后中了，请在售后记录里查看进度。' },
  after_sale_moved_on: { status: 409, text: '这笔售后的状态刚刚有变化，请刷新后再试。' },
  after_sale_not_possible: { status: 409, text: '这笔订单现在不能申请这种售后。' },
  exchange_not_possible: { status: 409, text: '只能换成同一商品、价格不高于原来的规格。' },
  guarantee_limit_reached: { status: 409, text: '最多设置 20 项保障，请先修改不再使用的。' },
  review_exists: { status: 409, text: '这件商品已经评价过了。' },
  review_not_decidable: { status: 409, text: '这条评价的状态刚刚有变化，请刷新后再试。' },
  review_not_possible: { status: 409, text: '确认收货之后才能评价。' },

  // payments
  bill_not_ready: { status: 409, text: '微信还没有出这一天的账单，通常次日上午十点以后才有。' },
  day_has_differences: { status: 409, text: '这一天还有没处理的差异，处理完才能关账。' },
  day_not_reconciled: { status: 409, text: '这一天还没有对过账，拿到微信账单后才能关账。' },
  difference_not_mendable: {
    status: 409,
    text: '微信查询的结果和账单不符，这条差异不能自动补记，请人工核对。',
  },
  difference_settled: { status: 409, text: '这条差异已经处理过了，请刷新查看。' },
  export_too_long: { status: 422, text: '一次最多导出一年，请缩短日期范围。' },
  notification_unverified: { status: 401, text: '通知验签未通过。' },
} as const satisfies Record<string, { status: number; text: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
