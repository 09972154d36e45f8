import type { AttemptForm, NotifyBehaviour } from '../push/behaviours.js';

/** Everything WeChat knows here. All instants are epoch milliseconds of the stand-in's clock, all money is fen. */

export interface User {
  readonly openid: string;
  readonly unionid: string | null;
  readonly appId: string;
  nickname: string;
  phone: string | null;
  readonly createdAt: number;
  /** When the person last opened the mini-program; content checks ask for it. */
  lastSeenAt: number | null;
}

export interface OneTimeCode {
  readonly code: string;
  readonly kind: 'login' | 'phone';
  readonly openid: string;
  readonly appId: string;
  readonly expiresAt: number;
}

export interface AccessToken {
  readonly token: string;
  readonly appId: string;
  readonly issuedAt: number;
  expiresAt: number;
  /** Replaced by a forced refresh: answered with 40001 rather than 42001. */
  revoked: boolean;
}

export interface ForcedRefresh {
  readonly appId: string;
  readonly at: number;
}

export interface Template {
  readonly id: string;
  readonly title: string;
  /** Such as thing1, amount2; a message must carry exactly these. */
  readonly keys: readonly string[];
  /** What the keys are called in the message the person sees. */
  readonly labels: Readonly<Record<string, string>>;
}

/** How many messages of one template a person still lets us send. */
export interface Permission {
  readonly openid: string;
  readonly templateId: string;
  remaining: number;
}

export interface ReceivedMessage {
  readonly id: string;
  readonly openid: string;
  readonly templateId: string;
  readonly title: string | null;
  readonly page: string | null;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  readonly at: number;
}

export interface PayOrder {
  readonly outTradeNo: string;
  readonly appId: string;
  readonly mchId: string;
  readonly openid: string;
  readonly description: string;
  readonly attach: string | null;
  readonly notifyUrl: string;
  readonly totalFen: number;
  /** The first request in canonical form: a repeated one must say the same. */
  readonly parameters: string;
  readonly createdAt: number;
  readonly payableUntil: number;
  transactionId: string | null;
  paidAt: number | null;
  closedAt: number | null;
  readonly refundNos: string[];
  readonly pushIds: string[];
  shipping: Shipping | null;
}

export interface Prepay {
  readonly prepayId: string;
  readonly outTradeNo: string;
  readonly expiresAt: number;
}

export const REFUND_STATUSES = ['PROCESSING', 'SUCCESS', 'ABNORMAL', 'CLOSED'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];
export type RefundEnd = Exclude<RefundStatus, 'PROCESSING'>;

export interface Refund {
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly parameters: string;
  readonly refundFen: number;
  readonly totalFen: number;
  readonly reason: string | null;
  readonly notifyUrl: string | null;
  readonly createdAt: number;
  status: RefundStatus;
  successAt: number | null;
  /** When it ends by itself, and how; null waits for the control API. */
  end: { readonly at: number; readonly status: RefundEnd; readonly notify: NotifyBehaviour } | null;
}

/** How refunds end when nobody says otherwise: after a time (null: never by themselves), in this state. */
export interface RefundPolicy {
  readonly afterMs: number | null;
  readonly status: RefundEnd;
  readonly notify: NotifyBehaviour;
}

export interface ShippedParcel {
  readonly itemDesc: string;
  readonly trackingNo: string | null;
  readonly expressCompany: string | null;
}

export interface Shipping {
  readonly logisticsType: number;
  readonly deliveryMode: number;
  readonly parcels: readonly ShippedParcel[];
  readonly uploadTime: number;
  readonly finished: boolean;
  /** A finished shipment may be changed once. */
  readonly changes: number;
}

export interface Attempt {
  readonly at: number;
  readonly form: AttemptForm;
  /** The HTTP status of the answer, null when there was none. */
  readonly status: number | null;
  readonly error: string | null;
}

export interface Push {
  readonly id: string;
  readonly about: 'transaction' | 'refund';
  /** out_trade_no, whichever it is about. */
  readonly outTradeNo: string;
  readonly url: string;
  readonly body: string;
  readonly behaviour: NotifyBehaviour;
  readonly attempts: Attempt[];
  /** Rounds of the retry schedule used up. */
  rounds: number;
  nextAt: number | null;
  acknowledged: boolean;
}

export interface Place {
  readonly title: string;
  readonly lat: number;
  readonly lng: number;
}

/** A code to scan. A live one is read off someone's screen at the moment of the scan, since it keeps changing. */
export interface ScannableCode {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly kind: string;
  readonly value: string | null;
  readonly live: LiveScreen | null;
}

export interface LiveScreen {
  /** Whose screen: an openid, or the customer of this try-it page. */
  readonly as: string;
  /** The call of our API that this person's screen makes, and the field of the answer that holds the code. */
  readonly path: string;
  readonly field: string;
}

export interface Role {
  readonly role: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly openid?: string | undefined;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
  readonly totpSecret?: string | undefined;
}

/** A phone that runs the mini-program in a browser. */
export interface Device {
  readonly device: string;
  openid: string;
  location: { readonly lat: number; readonly lng: number } | null;
  locationAllowed: boolean;
}
