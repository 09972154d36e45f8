import { uuid } from '../ids.js';
import { putUser } from '../people.js';
import { refuse } from '../control/control-refusal.js';
import type { Device, User } from '../world/model.js';
import type { World } from '../world/world.js';
import { CHOICES, type Decision, type Sheet, type SheetContent } from './sheets.js';

type Listener = () => void;

interface OpenSheet {
  readonly sheet: Sheet;
  readonly settle: (decision: Decision | undefined) => void;
}

/** Where a phone is while nobody has said otherwise and no place is known: the middle of Shanghai. */
const SOMEWHERE = { lat: 31.2304, lng: 121.4737 };

/** The phones: who holds them, where they are, and the one sheet each may show. */
export class Devices {
  private readonly sheets = new Map<string, OpenSheet>();
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(
    private readonly world: World,
    private readonly appId: string,
    private readonly sheetWaitMs: number,
  ) {}

  /** A phone never seen before belongs to a person never seen before. */
  ensure(id: string): Device {
    return (
      this.world.devices.get(id) ??
      this.world.devices.put({
        device: id,
        openid: putUser(this.world, {}, this.appId).openid,
        location: this.world.places.values()[0] ?? SOMEWHERE,
        locationAllowed: true,
      })
    );
  }

  owner(device: Device): User {
    return this.world.users.get(device.openid) ?? refuse(404, `no user ${device.openid}`);
  }

  handTo(device: Device, openid: string): void {
    const user = this.world.users.get(openid) ?? putUser(this.world, { openid }, this.appId);
    this.close(device);
    device.openid = user.openid;
    this.changed(device.device);
  }

  locate(device: Device, location: Device['location']): void {
    device.locationAllowed = location !== null;
    device.location = location ?? device.location;
    this.changed(device.device);
  }

  sheetOf(device: Device): Sheet | null {
    return this.sheets.get(device.device)?.sheet ?? null;
  }

  /** Shows a sheet and waits for the person: undefined when nobody decides, or the mini-program went away. */
  ask(device: Device, content: SheetContent, gone: AbortSignal): Promise<Decision | undefined> {
    this.close(device);
    return new Promise((resolve) => {
      const sheet: Sheet = { ...content, id: uuid() };
      const settle = (decision: Decision | undefined): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', giveUp);
        this.sheets.delete(device.device);
        this.changed(device.device);
        resolve(decision);
      };
      const giveUp = (): void => settle(undefined);
      const timer = setTimeout(giveUp, this.sheetWaitMs).unref();
      gone.addEventListener('abort', giveUp);
      this.sheets.set(device.device, { sheet, settle });
      this.changed(device.device);
    });
  }

  decide(device: Device, decision: Decision): void {
    const open = this.sheets.get(device.device);
    if (!open || open.sheet.id !== decision.sheetId) {
      refuse(409, 'this sheet is not open any more');
    }
    if (!CHOICES[open.sheet.kind].includes(decision.choice)) {
      refuse(400, `choice must be one of ${CHOICES[open.sheet.kind].join(', ')}`);
    }
    open.settle(decision);
  }

  /** Calls the listener whenever something changes that this phone shows. */
  watch(id: string, listener: Listener): () => void {
    const listeners = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  changed(id: string): void {
    this.listeners.get(id)?.forEach((listener) => listener());
  }

  changedEverywhere(): void {
    [...this.listeners.keys()].forEach((id) => this.changed(id));
  }

  private close(device: Device): void {
    this.sheets.get(device.device)?.settle(undefined);
  }
}
