import type { BulkTable, BulkWriter } from './bulk-writer.js';
import type { Cell } from './literal.js';

/** The tables that the demo data fill, with the columns they write. Every other column keeps its default. */
const COLUMNS = {
  program: ['id', 'name', 'created_at'],
  brand: [
    'id',
    'program_id',
    'position',
    'name',
    'slogan',
    'industry',
    'logo_url',
    'cover_url',
    'theme',
    'persona',
    'created_at',
  ],
  store: [
    'id',
    'brand_id',
    'code',
    'kind',
    'name',
    'city',
    'address',
    'lat',
    'lng',
    'check_in_location',
    'opens_minute',
    'closes_minute',
    'phone',
    'created_at',
  ],
  staff: ['id', 'brand_id', 'name', 'role', 'member_id', 'created_at'],
  staff_store: ['staff_id', 'store_id'],
  staff_invitation: [
    'staff_id',
    'code_hash',
    'invited_by_admin_id',
    'created_at',
    'expires_at',
    'accepted_at',
    'accepted_by_member_id',
  ],
  admin_user: ['id', 'email', 'name', 'role', 'every_brand', 'password_hash', 'totp_sealed', 'created_at'],
  admin_brand: ['admin_id', 'brand_id'],
  earn_rule: [
    'id',
    'program_id',
    'version',
    'points_per_yuan_bp',
    'growth_per_yuan_bp',
    'check_in_points',
    'valid_from',
  ],
  tier: ['program_id', 'level', 'name', 'growth_from', 'member_price', 'benefits'],
  category: ['id', 'brand_id', 'name', 'position'],
  product: [
    'id',
    'brand_id',
    'category_id',
    'name',
    'subtitle',
    'description',
    'pictures',
    'status',
    'position',
    'from_price_fen',
    'from_member_price_fen',
    'created_at',
  ],
  sku: ['id', 'product_id', 'brand_id', 'name', 'price_fen', 'member_price_fen', 'position'],
  stock: ['sku_id', 'store_id', 'on_hand', 'reserved'],
  stock_movement: ['sku_id', 'store_id', 'quantity', 'kind', 'cause_key', 'note', 'at'],
  stock_reservation: ['order_id', 'sku_id', 'store_id', 'quantity', 'state', 'created_at', 'ended_at'],
  freight_rule: ['brand_id', 'freight_fen', 'free_from_fen'],
  reward: [
    'id',
    'brand_id',
    'kind',
    'name',
    'description',
    'picture_url',
    'points',
    'stock',
    'per_member_limit',
    'coupon_text',
    'status',
    'created_at',
  ],
  reward_taken: ['reward_id', 'member_id', 'taken'],
  redemption: [
    'id',
    'reward_id',
    'brand_id',
    'program_id',
    'member_id',
    'store_id',
    'code',
    'status',
    'reward_kind',
    'reward_name',
    'picture_url',
    'points',
    'coupon_text',
    'at',
    'collected_at',
    'collected_by_staff_id',
    'collected_store_id',
    'cancelled_at',
  ],
  live_code: [
    'id',
    'brand_id',
    'code',
    'name',
    'channel',
    'promise',
    'exits',
    'status',
    'radius_m',
    'default_store_id',
    'created_at',
  ],
  live_code_store: ['live_code_id', 'store_id'],
  live_code_scan: [
    'live_code_id',
    'identity_id',
    'member_id',
    'store_id',
    'distance_m',
    'membership_id',
    'at',
  ],
  member: [
    'id',
    'number',
    'unionid',
    'phone_sealed',
    'phone_index',
    'name_sealed',
    'birthday_sealed',
    'created_at',
  ],
  identity: ['id', 'app_id', 'openid', 'unionid', 'member_id', 'created_at'],
  membership: ['id', 'member_id', 'brand_id', 'card_no', 'joined_at', 'live_code_id', 'store_id'],
  consent: ['member_id', 'brand_id', 'purpose', 'version', 'channel', 'given', 'at'],
  address: ['id', 'member_id', 'content_sealed', 'created_at'],
  check_in: [
    'id',
    'member_id',
    'brand_id',
    'store_id',
    'business_day',
    'kind',
    'staff_id',
    'distance_m',
    'points',
    'at',
  ],
  customer_order: [
    'id',
    'out_trade_no',
    'brand_id',
    'member_id',
    'store_id',
    'fulfilment',
    'address',
    'status',
    'goods_fen',
    'discount_fen',
    'freight_fen',
    'pay_fen',
    'paid_fen',
    'refunded_fen',
    'steps',
    'note',
    'pickup_code',
    'shipping_company',
    'tracking_no',
    'business_day',
    'created_at',
    'expires_at',
    'paid_at',
    'handed_over_at',
  ],
  order_line: [
    'order_id',
    'sku_id',
    'product_id',
    'name',
    'picture_url',
    'quantity',
    'list_fen',
    'total_fen',
    'refunded_fen',
  ],
  order_event: ['order_id', 'at', 'status', 'actor', 'note'],
  order_earning: [
    'order_id',
    'program_id',
    'brand_id',
    'member_id',
    'earn_rule_id',
    'paid_fen',
    'points',
    'growth',
    'at',
  ],
  member_saving: [
    'member_id',
    'brand_id',
    'order_id',
    'cause_kind',
    'cause_id',
    'rule',
    'amount_fen',
    'business_day',
    'at',
  ],
  payment: [
    'id',
    'order_id',
    'out_trade_no',
    'app_id',
    'mch_id',
    'openid',
    'amount_fen',
    'description',
    'status',
    'prepay_id',
    'transaction_id',
    'created_at',
    'expires_at',
    'paid_at',
    'closed_at',
  ],
  refund: [
    'id',
    'payment_id',
    'order_id',
    'kind',
    'cause',
    'attempt',
    'out_refund_no',
    'transaction_id',
    'amount_fen',
    'total_fen',
    'reason',
    'status',
    'refund_id',
    'received_by',
    'created_at',
    'updated_at',
    'succeeded_at',
  ],
  ledger_account: ['id', 'owner_kind', 'owner_id', 'program_id', 'unit', 'role', 'balance', 'created_at'],
  ledger_transfer: [
    'id',
    'program_id',
    'unit',
    'from_account_id',
    'to_account_id',
    'amount',
    'cause_kind',
    'cause_id',
    'cause_key',
    'part',
    'text',
    'reverses_transfer_id',
    'business_day',
    'at',
  ],
  ledger_entry: ['transfer_id', 'account_id', 'amount', 'balance_after'],
  ledger_lot: ['id', 'account_id', 'transfer_id', 'amount', 'remaining', 'expires_at'],
  ledger_lot_use: ['transfer_id', 'lot_id', 'amount'],
  audit_entry: ['at', 'actor_kind', 'actor_id', 'brand_id', 'action', 'subject_kind', 'subject_id', 'detail'],
} as const;

export type TableName = keyof typeof COLUMNS;
export type Row<T extends TableName> = Record<(typeof COLUMNS)[T][number], Cell>;

/** Where the generator puts its rows, each under a number of its own. */
export class Tables {
  private readonly tables = new Map<TableName, BulkTable>();
  private readonly lastIds = new Map<TableName, number>();

  constructor(private readonly writer: BulkWriter) {}

  /** The next number of a table; rows get theirs in the order in which things happened. */
  nextId(name: TableName): number {
    const id = (this.lastIds.get(name) ?? 0) + 1;
    this.lastIds.set(name, id);
    return id;
  }

  /** The highest number given out so far. */
  lastId(name: TableName): number {
    return this.lastIds.get(name) ?? 0;
  }

  /** Those that have rows. */
  get names(): string[] {
    return [...this.tables.keys()];
  }

  add<T extends TableName>(name: T, row: Row<T>): void {
    let table = this.tables.get(name);
    if (!table) {
      table = this.writer.table(name, COLUMNS[name]);
      this.tables.set(name, table);
    }
    table.add(row);
  }

  /** Hands what is collected to the database. */
  flush(): void {
    this.tables.forEach((table) => table.flush());
  }
}
