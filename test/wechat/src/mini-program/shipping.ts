import type { Context } from '../context.js';
import { isObject } from '../shape.js';
import { tradeStateOf } from '../pay/transactions.js';
import type { PayOrder, Shipping, ShippedParcel } from '../world/model.js';
import { refuse } from './refusal.js';

const EXPRESS = 1;
const LOGISTICS_TYPES = [EXPRESS, 2, 3, 4];
const UNIFIED = 1;
const SPLIT = 2;
const ORDER_BY_NUMBER = 1;
const ORDER_BY_TRANSACTION = 2;
const PARCELS_MAX = 15;
const ITEM_DESC_MAX = 120;
const TRACKING_MAX = 128;
const COMPANY_MAX = 128;
const UPLOAD_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
/** SF asks for a phone of sender or receiver, masked so that the last four digits remain. */
const NEEDS_CONTACT = 'SF';
const MASKED_PHONE = /^[\d+-]*\*+\d{4}$/;

interface ShippingRequest {
  readonly order_key?: unknown;
  readonly logistics_type?: unknown;
  readonly delivery_mode?: unknown;
  readonly is_all_delivered?: unknown;
  readonly shipping_list?: unknown;
  readonly upload_time?: unknown;
  readonly payer?: unknown;
}

/** wxa/sec/order/upload_shipping_info */
export function uploadShippingInfo(context: Context, body: ShippingRequest): object {
  const order = findOrder(context, body.order_key);
  if (!isObject(body.payer) || body.payer['openid'] !== order.openid) {
    refuse(10060031, 'payer openid does not match the order');
  }
  const shipment = readShipment(body);
  order.shipping = order.shipping ? changed(order.shipping, shipment) : { ...shipment, changes: 0 };
  return { errcode: 0, errmsg: 'ok' };
}

function findOrder({ world, credentials, settings }: Context, key: unknown): PayOrder {
  if (!isObject(key)) {
    refuse(10060014, 'order_key invalid');
  }
  const outTradeNo = outTradeNoOf(key, (transactionId) => world.transactions.get(transactionId)?.outTradeNo);
  const order = outTradeNo === undefined ? undefined : world.orders.get(outTradeNo);
  const ours = key['mchid'] === undefined || key['mchid'] === credentials.mchId;
  const paidAt = order?.paidAt ?? Number.POSITIVE_INFINITY;
  if (!order || !ours || paidAt + settings.shippingLagMs > world.now()) {
    refuse(10060001, 'pay order not exist');
  }
  const refundedFen = order.refundNos
    .map((each) => world.refunds.get(each))
    .reduce((sum, refund) => sum + (refund?.status === 'SUCCESS' ? refund.refundFen : 0), 0);
  if (tradeStateOf(world, order) === 'REFUND' && refundedFen >= order.totalFen) {
    refuse(10060004, 'order state does not allow shipping');
  }
  return order;
}

function outTradeNoOf(
  key: Record<string, unknown>,
  byTransaction: (transactionId: string) => string | undefined,
): string | undefined {
  switch (key['order_number_type']) {
    case ORDER_BY_NUMBER:
      if (!filled(key['mchid'])) {
        refuse(268485196, 'mchid empty');
      }
      return filled(key['out_trade_no']) ?? refuse(268485197, 'out_trade_no empty');
    case ORDER_BY_TRANSACTION:
      return byTransaction(filled(key['transaction_id']) ?? refuse(268485195, 'transaction_id empty'));
    default:
      return refuse(268485194, 'order_number_type invalid');
  }
}

function readShipment(body: ShippingRequest): Omit<Shipping, 'changes'> {
  const logisticsType = Number(body.logistics_type);
  if (!LOGISTICS_TYPES.includes(logisticsType)) {
    refuse(10060005, 'logistics_type invalid');
  }
  const deliveryMode = Number(body.delivery_mode);
  if (deliveryMode !== UNIFIED && deliveryMode !== SPLIT) {
    refuse(268485224, 'delivery_mode invalid');
  }
  if (deliveryMode === SPLIT && logisticsType !== EXPRESS) {
    refuse(10060006, 'split delivery is for express only');
  }
  if (deliveryMode === SPLIT && typeof body.is_all_delivered !== 'boolean') {
    refuse(10060007, 'is_all_delivered missing');
  }
  const uploadTime = String(body.upload_time);
  if (!UPLOAD_TIME.test(uploadTime) || Number.isNaN(Date.parse(uploadTime))) {
    refuse(268485216, 'upload_time format invalid');
  }
  return {
    logisticsType,
    deliveryMode,
    parcels: readParcels(body.shipping_list, logisticsType === EXPRESS, deliveryMode === UNIFIED),
    uploadTime: Date.parse(uploadTime),
    finished: deliveryMode === UNIFIED || body.is_all_delivered === true,
  };
}

function readParcels(list: unknown, express: boolean, unified: boolean): ShippedParcel[] {
  if (!Array.isArray(list) || list.length === 0) {
    refuse(10060020, 'item_desc missing');
  }
  if (list.length > PARCELS_MAX) {
    refuse(10060024, 'shipping_list too long');
  }
  if (unified && list.length !== 1) {
    refuse(268485228, 'unified delivery takes exactly one item');
  }
  return list.map((item) => readParcel(isObject(item) ? item : {}, express));
}

function readParcel(item: Record<string, unknown>, express: boolean): ShippedParcel {
  const itemDesc = filled(item['item_desc']) ?? refuse(10060008, 'item_desc empty');
  if ([...itemDesc].length > ITEM_DESC_MAX) {
    refuse(10060009, 'item_desc too long');
  }
  const trackingNo = filled(item['tracking_no']) ?? null;
  const expressCompany = filled(item['express_company']) ?? null;
  if (express && trackingNo === null) {
    refuse(268485226, 'tracking_no empty');
  }
  if (express && expressCompany === null) {
    refuse(268485227, 'express_company empty');
  }
  if ((expressCompany ?? '').length > COMPANY_MAX) {
    refuse(10060025, 'express_company too long');
  }
  if ((trackingNo ?? '').length > TRACKING_MAX) {
    refuse(10060026, 'tracking_no too long');
  }
  if (express && expressCompany === NEEDS_CONTACT && !hasMaskedContact(item['contact'])) {
    refuse(10060014, 'contact required for this company');
  }
  return { itemDesc, trackingNo, expressCompany };
}

function hasMaskedContact(contact: unknown): boolean {
  return (
    isObject(contact) &&
    [contact['consignor_contact'], contact['receiver_contact']].some(
      (each) => typeof each === 'string' && MASKED_PHONE.test(each),
    )
  );
}

/** A split shipment grows until it is finished; a finished one may be changed once. */
function changed(before: Shipping, next: Omit<Shipping, 'changes'>): Shipping {
  if (sameShipment(before, next)) {
    refuse(10060023, 'shipping info not changed');
  }
  if (next.uploadTime <= before.uploadTime) {
    refuse(10060014, 'upload_time must be later than the last one');
  }
  if (!before.finished) {
    return { ...next, parcels: [...before.parcels, ...next.parcels], changes: before.changes };
  }
  if (before.deliveryMode === SPLIT && next.deliveryMode === SPLIT && !next.finished) {
    refuse(10060002, 'order has finished shipping');
  }
  if (before.changes > 0) {
    refuse(10060003, 'the only chance to ship again is used');
  }
  return { ...next, changes: before.changes + 1 };
}

function sameShipment(before: Shipping, next: Omit<Shipping, 'changes'>): boolean {
  const essence = ({ logisticsType, deliveryMode, parcels }: Omit<Shipping, 'changes'>): string =>
    JSON.stringify([logisticsType, deliveryMode, parcels]);
  return before.finished === next.finished && essence(before) === essence(next);
}

function filled(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
