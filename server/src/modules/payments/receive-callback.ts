import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { type PayNotification, PayNotifications, WechatPay } from '../../wechat/index.js';
import { ApplyRefund } from './apply-refund.js';
import { type Callback, CallbacksRepository } from './callbacks.repository.js';
import { ConfirmPayment } from './confirm-payment.js';
import { ReportMismatch } from './domain/success.js';
import { replayCallback } from './due-later.js';

/**
 * What WeChat Pay pushes to us. Nothing unverified gets past the first line; whatever is genuine is processed once,
 * or kept with its error: then it is ours to replay, and WeChat may stop repeating it.
 */
@Injectable()
export class ReceiveCallback {
  private readonly logger = new Logger(ReceiveCallback.name);

  constructor(
    private readonly notifications: PayNotifications,
    private readonly callbacks: CallbacksRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmPayment: ConfirmPayment,
    private readonly applyRefund: ApplyRefund,
    private readonly pay: WechatPay,
    private readonly jobs: Jobs,
  ) {}

  async execute(headers: IncomingHttpHeaders, rawBody: Buffer): Promise<void> {
    const reading = this.notifications.read(headers, rawBody);
    const body = rawBody.toString('utf8');
    switch (reading.outcome) {
      case 'unverified':
        this.logger.warn(`A notification was refused: ${reading.defect}`);
        throw new Refusal('notification_unverified');
      case 'unsupported':
        await this.keep(callbackOf(reading, body), 'ignored', 'Nothing here asked for this event');
        return;
      case 'unreadable':
        await this.keep(
          { notificationId: reading.id ?? digestOf(rawBody), eventType: 'unreadable', rawBody: body },
          'failed',
          reading.error,
        );
        // WeChat repeats it for a day, and may find the right key in our configuration then.
        throw new Refusal('unavailable');
      case 'opened':
        await this.process(reading.notification, callbackOf(reading.notification, body));
    }
  }

  /** In a transaction of the caller, for replay: claims the callback and does what it tells. */
  async processOnce(tx: Tx, notification: PayNotification, callback: Callback): Promise<void> {
    if (!(await this.callbacks.claim(tx, callback))) {
      return;
    }
    if (notification.kind === 'transaction') {
      await this.confirmPayment.execute(tx, notification.transaction);
      return;
    }
    if (notification.mchId !== this.pay.mchId) {
      throw new ReportMismatch(`A refund of another merchant: ${notification.mchId}`);
    }
    await this.applyRefund.execute(tx, notification.refund);
  }

  private async process(notification: PayNotification, callback: Callback): Promise<void> {
    try {
      await this.unitOfWork.run((tx) => this.processOnce(tx, notification, callback));
    } catch (error) {
      this.logger.error({ err: error }, `Notification ${callback.notificationId} could not be processed`);
      await this.unitOfWork.run((tx) => this.keepFailed(tx, callback, error));
    }
  }

  /** What doesn't fit our books won't fit them later; everything else may have been bad luck. */
  private async keepFailed(tx: Tx, callback: Callback, error: unknown): Promise<void> {
    const id = await this.callbacks.keep(tx, callback, 'failed', String(error));
    if (!(error instanceof ReportMismatch)) {
      await this.jobs.schedule(tx, replayCallback({ callbackId: id }));
    }
  }

  private async keep(callback: Callback, status: 'failed' | 'ignored', error: string): Promise<void> {
    this.logger.warn(`Notification ${callback.notificationId} is kept: ${error}`);
    await this.unitOfWork.run((tx) => this.callbacks.keep(tx, callback, status, error));
  }
}

function callbackOf({ id, eventType }: { id: string; eventType: string }, rawBody: string): Callback {
  return { notificationId: id, eventType, rawBody };
}

function digestOf(rawBody: Buffer): string {
  return createHash('sha256').update(rawBody).digest('hex');
}
