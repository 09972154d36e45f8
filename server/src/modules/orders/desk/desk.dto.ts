import { CARRIER_CODES, TRACKING_NO, type Carrier } from '@regulars/shared';
import { Instant, ListOf, OneOf, Text } from '../../../platform/http/index.js';
import type { Remark } from './remarks.js';

export const PARCEL_NUMBER = /^([1-9]|1[0-5])$/;

export class RemarkBody {
  @Text({ max: 200, doc: 'For colleagues; no customer sees it', example: '顾客说晚上七点以后来取' })
  text: string;
}

export class CorrectionBody {
  @OneOf(CARRIER_CODES, { name: 'Carrier', doc: 'The carrier' })
  company: Carrier;

  @Text({
    max: 40,
    pattern: TRACKING_NO,
    patternMessage: '运单号一般是 8 到 22 位数字，前面可能有字母，请核对',
    doc: 'Its tracking number',
  })
  trackingNo: string;
}

export class RemarkView {
  @Text({ max: 20, doc: 'Who wrote it' })
  author: string;

  @Text({ max: 200, doc: 'What they wrote' })
  text: string;

  @Instant({ doc: 'When' })
  at: string;
}

export class RemarkListView {
  @ListOf(() => RemarkView, { max: 50, doc: 'Newest first' })
  items: RemarkView[];
}

export function toRemarkView({ author, text, at }: Remark): RemarkView {
  return { author, text, at: at.toISOString() };
}
