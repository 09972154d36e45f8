import type { FaultMode } from './faults.js';
import type { PastPayment } from './control/history-routes.js';
import type { NotifyBehaviour } from './push/behaviours.js';
import type { RefundEnd, RefundStatus } from './world/model.js';

export interface ControlledPayment {
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly tradeState: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
  readonly totalFen: number;
  readonly refundedFen: number;
  readonly refunds: readonly ControlledRefund[];
  readonly notifications: readonly {
    readonly id: string;
    readonly about: 'transaction' | 'refund';
    readonly acknowledged: boolean;
    readonly nextAt: string | null;
    readonly attempts: readonly {
      readonly at: string;
      readonly form: string;
      readonly status: number | null;
      readonly error: string | null;
    }[];
  }[];
}

export interface ControlledRefund {
  readonly outRefundNo: string;
  readonly outTradeNo: string;
  readonly status: RefundStatus;
  readonly amountFen: number;
}

export interface ControlledMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly page: string | null;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

/** The control API for tests: plays a customer without a screen. */
export function createControl(url: string) {
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    if (!response.ok) {
      throw new Error(`${method} /control/${path}: ${response.status} ${await response.text()}`);
    }
    return (await response.json()) as T;
  }

  return {
    user: (
      person: { openid?: string; unionid?: string | null; nickname?: string; phone?: string | null } = {},
    ) => call<{ openid: string; unionid: string | null; phone: string | null }>('POST', 'users', person),
    loginCode: async (openid: string, appId?: string) =>
      (await call<{ code: string }>('POST', 'login-codes', { openid, appId })).code,
    phoneCode: async (openid: string, appId?: string) =>
      (await call<{ code: string }>('POST', 'phone-codes', { openid, appId })).code,
    /** `wait` answers when the first round of notifications is over. */
    pay: (prepayId: string, how: { notify?: NotifyBehaviour; delayMs?: number; wait?: boolean } = {}) =>
      call<ControlledPayment>('POST', 'payments', { prepayId, outcome: 'pay', ...how }),
    cancelPayment: (prepayId: string) =>
      call<ControlledPayment>('POST', 'payments', { prepayId, outcome: 'cancel' }),
    payment: (outTradeNo: string) =>
      call<ControlledPayment>('GET', `payments/${encodeURIComponent(outTradeNo)}`),
    orders: () => call<{ payments: ControlledPayment[]; refunds: ControlledRefund[] }>('GET', 'orders'),
    endRefund: (outRefundNo: string, status: RefundEnd, notify?: NotifyBehaviour) =>
      call<ControlledRefund>('POST', 'refunds', { outRefundNo, status, notify }),
    refundPolicy: (policy: { afterMs: number | null; status?: RefundEnd; notify?: NotifyBehaviour }) =>
      call<object>('POST', 'refund-policy', policy),
    /** Payments of a time before the stand-in; those it knows are left alone. */
    history: (payments: readonly PastPayment[]) => call<{ added: number }>('POST', 'history', payments),
    messages: async (openid: string) =>
      (await call<{ items: ControlledMessage[] }>('GET', `messages?openid=${encodeURIComponent(openid)}`))
        .items,
    allowMessages: (openid: string, templateId: string, count = 1) =>
      call<{ remaining: number }>('POST', 'subscriptions', { openid, templateId, count }),
    advanceClock: (advanceMs: number) => call<{ now: string }>('POST', 'clock', { advanceMs }),
    setClock: (set: string | number) => call<{ now: string }>('POST', 'clock', { set }),
    resetClock: () => call<{ now: string }>('POST', 'clock', { reset: true }),
    fault: (fault: { api: string; mode: FaultMode; rate?: number; count?: number; applied?: boolean }) =>
      call<object>('POST', 'faults', fault),
    clearFaults: () => call<object>('DELETE', 'faults'),
  };
}

export type Control = ReturnType<typeof createControl>;
