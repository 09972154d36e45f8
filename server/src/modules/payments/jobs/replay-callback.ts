import { Database } from '../../../platform/database/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { PayNotifications } from '../../../wechat/index.js';
import { CallbacksRepository } from '../callbacks.repository.js';
import { REPLAY_CALLBACK, type ReplayCallbackPayload } from '../due-later.js';
import { ReceiveCallback } from '../receive-callback.js';

/** Processes a kept callback as if it had just come in. */
@JobHandler(REPLAY_CALLBACK)
export class ReplayCallback implements HandlesJob<ReplayCallbackPayload> {
  constructor(
    private readonly database: Database,
    private readonly callbacks: CallbacksRepository,
    private readonly notifications: PayNotifications,
    private readonly receiveCallback: ReceiveCallback,
  ) {}

  async run({ callbackId }: ReplayCallbackPayload, settle: Settle): Promise<void> {
    const callback = await this.callbacks.byId(this.database, callbackId);
    if (callback?.status !== 'failed') {
      return;
    }
    const reading = this.notifications.readKept(Buffer.from(callback.rawBody));
    if (reading.outcome !== 'opened') {
      throw new Error(`Callback ${callbackId} is still ${reading.outcome}`);
    }
    await settle((tx) => this.receiveCallback.processOnce(tx, reading.notification, callback));
  }
}
