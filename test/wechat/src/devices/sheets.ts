import type { NotifyBehaviour } from '../push/behaviours.js';

/** What WeChat asks the person on the phone. */
export type SheetContent =
  | {
      readonly kind: 'payment';
      readonly merchant: string;
      readonly description: string;
      readonly amountFen: number;
      readonly outTradeNo: string;
    }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'scan' }
  | {
      readonly kind: 'subscribe';
      readonly templates: readonly { readonly id: string; readonly title: string }[];
    };

export type Sheet = SheetContent & { readonly id: string };

/** The person's answer; `choice` is one word of the sheet's kind. */
export interface Decision {
  readonly sheetId: string;
  readonly choice: 'pay' | 'cancel' | 'allow' | 'refuse' | 'scan' | 'accept' | 'reject';
  /** payment: how the notification behaves */
  readonly notify?: NotifyBehaviour;
  /** phone: another number than the one WeChat knows */
  readonly phone?: string;
  /** scan: what the code says */
  readonly value?: string;
  /** subscribe: the templates accepted, when not all of them */
  readonly accepted?: readonly string[];
}

export const CHOICES: Readonly<Record<SheetContent['kind'], readonly Decision['choice'][]>> = {
  payment: ['pay', 'cancel'],
  phone: ['allow', 'refuse'],
  scan: ['scan', 'cancel'],
  subscribe: ['accept', 'reject'],
};
