import type { Context } from '../context.js';
import { kindOfKey } from '../mini-program/template-values.js';
import type { Device, ReceivedMessage } from '../world/model.js';
import type { World } from '../world/world.js';
import type { Devices } from './devices.js';
import type { Sheet } from './sheets.js';

export interface MessageView {
  readonly id: string;
  readonly title: string;
  readonly page: string | null;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly at: string;
}

export interface DeviceView {
  readonly device: string;
  readonly openid: string;
  readonly nickname: string;
  readonly phone: string | null;
  readonly location: { readonly lat: number; readonly lng: number } | null;
  readonly locationAllowed: boolean;
  readonly sheet: Sheet | null;
  /** Newest first: messages of the mini-program, and WeChat Pay's own receipts. */
  readonly messages: readonly MessageView[];
}

const SHOWN_MAX = 50;

/** What a line is called when the template doesn't say. */
const USUAL_LABELS: Readonly<Record<string, string>> = {
  thing: '内容',
  number: '数量',
  character_string: '编号',
  time: '时间',
  date: '日期',
  amount: '金额',
  phone_number: '电话',
  name: '姓名',
  phrase: '状态',
};

/** All a phone shows of WeChat. */
export function deviceView({ world, settings }: Context, devices: Devices, device: Device): DeviceView {
  const user = devices.owner(device);
  const received = world.messages.values().filter((message) => message.openid === device.openid);
  const messages = [
    ...received.map((message) => messageView(world, message)),
    ...receipts(world, device.openid, settings.merchantName),
  ];
  return {
    device: device.device,
    openid: device.openid,
    nickname: user.nickname,
    phone: user.phone,
    location: device.locationAllowed ? device.location : null,
    locationAllowed: device.locationAllowed,
    sheet: devices.sheetOf(device),
    messages: messages.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, SHOWN_MAX),
  };
}

function messageView(world: World, message: ReceivedMessage): MessageView {
  const labels = world.templates.get(message.templateId)?.labels ?? {};
  return {
    id: message.id,
    title: message.title ?? '服务通知',
    page: message.page,
    lines: Object.entries(message.data).map(([key, { value }]) => ({
      label: labels[key] ?? usualLabel(key),
      value,
    })),
    at: iso(message.at),
  };
}

function usualLabel(key: string): string {
  return USUAL_LABELS[kindOfKey(key) ?? ''] ?? '备注';
}

function receipts(world: World, openid: string, merchant: string): MessageView[] {
  return world.orders
    .values()
    .filter((order) => order.openid === openid && order.paidAt !== null)
    .flatMap((order) => [
      receipt(`paid-${order.outTradeNo}`, '微信支付 · 支付成功', order.paidAt ?? 0, [
        ['金额', money(order.totalFen)],
        ['商品', order.description],
        ['收款方', merchant],
      ]),
      ...order.refundNos.flatMap((each) => {
        const refund = world.refunds.get(each);
        return refund?.successAt
          ? receipt(`refund-${refund.refundId}`, '微信支付 · 退款到账', refund.successAt, [
              ['退款金额', money(refund.refundFen)],
              ['退回到', '零钱'],
            ])
          : [];
      }),
    ]);
}

function receipt(
  id: string,
  title: string,
  at: number,
  lines: [label: string, value: string][],
): MessageView {
  return { id, title, page: null, at: iso(at), lines: lines.map(([label, value]) => ({ label, value })) };
}

function money(fen: number): string {
  return `¥${(fen / 100).toFixed(2)}`;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
