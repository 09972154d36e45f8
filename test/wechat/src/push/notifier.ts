import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Credentials } from '../credentials/make-credentials.js';
import { uuid } from '../ids.js';
import { badSignatureHeaders, payKeys, signatureHeaders, type PayKeys } from '../pay/signing.js';
import { isObject } from '../shape.js';
import type { Push } from '../world/model.js';
import type { World } from '../world/world.js';
import {
  firstRound,
  LATE_BY_MS,
  RETRY_AFTER_MS,
  type AttemptForm,
  type NotifyBehaviour,
} from './behaviours.js';
import { breakCiphertext, replaceCiphertext, sealNotice, type Notice } from './envelope.js';
import { post } from './post.js';

const ANSWER_WITHIN_MS = 5_000;
const ACCEPTED = [200, 204];
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/';

export interface Announcement {
  readonly about: Push['about'];
  readonly outTradeNo: string;
  readonly eventType: string;
  readonly summary: string;
  readonly url: string;
  readonly plaintext: object;
  readonly behaviour: NotifyBehaviour;
  /** How late a late one comes. */
  readonly delayMs?: number | undefined;
}

interface Delivery {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Pushes notifications to the merchant until one is accepted or the schedule is used up. */
export class Notifier {
  private readonly keys: PayKeys;
  private foreignKey: KeyObject | undefined;
  private announced = 0;

  constructor(
    private readonly world: World,
    private readonly credentials: Credentials,
    private readonly signTestEvery: number,
  ) {
    this.keys = payKeys(credentials);
  }

  announce(announcement: Announcement): void {
    const { behaviour } = announcement;
    if (behaviour === 'none') {
      return;
    }
    const now = this.world.now();
    const notice: Notice = { ...announcement, id: uuid(), at: now };
    const push = this.world.pushes.put({
      id: notice.id,
      about: notice.about,
      outTradeNo: announcement.outTradeNo,
      url: announcement.url,
      body: sealNotice(notice, this.credentials.apiV3Key),
      behaviour,
      attempts: [],
      rounds: 0,
      nextAt: behaviour === 'late' ? now + (announcement.delayMs ?? LATE_BY_MS) : now,
      acknowledged: false,
    });
    this.world.orders.get(push.outTradeNo)?.pushIds.push(push.id);
    const lie = behaviour === 'wrongAmount' ? this.sealLie(notice) : undefined;
    this.planNext(push, [...this.probeNowAndThen(), ...firstRound(behaviour)], lie);
  }

  /** Takes up the pushes that were under way before a restart. */
  resume(): void {
    this.world.pushes
      .values()
      .filter((push) => push.nextAt !== null)
      .forEach((push) => this.planNext(push, [['genuine']]));
  }

  private planNext(push: Push, round: AttemptForm[][], lie?: string): void {
    if (push.nextAt !== null) {
      this.world.agenda.plan(push.nextAt, (dueAt) => this.deliverRound(push, dueAt, round, lie));
    }
  }

  private async deliverRound(push: Push, dueAt: number, round: AttemptForm[][], lie?: string): Promise<void> {
    for (const wave of round) {
      await Promise.all(wave.map((form) => this.attempt(push, form, lie)));
    }
    const waitMs = RETRY_AFTER_MS[push.rounds];
    push.rounds += 1;
    push.nextAt = push.acknowledged || waitMs === undefined ? null : dueAt + waitMs;
    this.planNext(push, [['genuine']]);
  }

  private async attempt(push: Push, form: AttemptForm, lie?: string): Promise<void> {
    const { body, headers } = this.delivery(push, form, lie);
    const at = this.world.now();
    const result = await post(push.url, {
      headers: { ...headers, 'Content-Type': 'application/json', Accept: '*/*', 'User-Agent': 'Mozilla/4.0' },
      body,
      timeoutMs: ANSWER_WITHIN_MS,
    });
    push.attempts.push({ at, form, ...result });
    if (form === 'genuine' && result.status !== null && ACCEPTED.includes(result.status)) {
      push.acknowledged = true;
    }
  }

  private delivery(push: Push, form: AttemptForm, lie = push.body): Delivery {
    const signingNow = this.world.clock.signingNow();
    const signed = (body: string): Delivery => ({
      body,
      headers: signatureHeaders(this.keys, signingNow, body),
    });
    switch (form) {
      case 'genuine':
        return signed(push.body);
      case 'wrong-amount':
        return signed(lie);
      case 'broken-ciphertext':
        return signed(breakCiphertext(push.body));
      case 'altered-body':
        return { ...signed(push.body), body: replaceCiphertext(push.body) };
      case 'foreign-signature':
        return {
          body: push.body,
          headers: signatureHeaders(
            { ...this.keys, wechatPay: this.someoneElsesKey() },
            signingNow,
            push.body,
          ),
        };
      case 'signtest': {
        const headers = badSignatureHeaders(this.keys, signingNow, push.body);
        const signature = `${PROBE_PREFIX}${headers['Wechatpay-Signature'] ?? ''}`;
        return { body: push.body, headers: { ...headers, 'Wechatpay-Signature': signature } };
      }
    }
  }

  private sealLie(notice: Notice): string {
    const told = notice.plaintext as Record<string, unknown>;
    const amount = isObject(told['amount']) ? told['amount'] : {};
    const total = Number(amount['total']) + 1;
    const plaintext = { ...told, amount: { ...amount, total, payer_total: total } };
    return sealNotice({ ...notice, id: uuid(), plaintext }, this.credentials.apiV3Key);
  }

  private probeNowAndThen(): AttemptForm[][] {
    this.announced += 1;
    return this.signTestEvery > 0 && this.announced % this.signTestEvery === 0 ? [['signtest']] : [];
  }

  private someoneElsesKey(): KeyObject {
    this.foreignKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    return this.foreignKey;
  }
}
