import type { LedgerCause } from '@regulars/shared';
import { causeKey } from '@regulars/server/modules/ledger/domain/cause';
import { legsOf, textOf, type Leg, type ProgramRole } from '@regulars/server/modules/ledger/domain/legs';
import type { Lot } from '@regulars/server/modules/ledger/domain/lots';
import {
  type Movement,
  planClawBack,
  planEarning,
  planGivingBack,
  planSpending,
} from '@regulars/server/modules/ledger/domain/movements';
import { rulesOf, type Unit } from '@regulars/server/modules/ledger/domain/units';
import type { Tables } from '../load/tables.js';
import type { Days } from './days.js';

interface Account {
  readonly id: number;
  readonly at: Date;
  balance: number;
}

interface OpenLot extends Lot {
  remaining: number;
  readonly amount: number;
  readonly transferId: number;
}

/** What one member has of one unit in one program. */
export interface Book {
  readonly memberId: number;
  readonly programId: number;
  readonly unit: Unit;
  available?: Account;
  debt?: Account;
  readonly lots: OpenLot[];
}

export interface BookedCause {
  readonly kind: LedgerCause;
  readonly id: number;
  readonly text: string;
}

/** What a booking wrote, to be taken or given back later. */
export interface Booked {
  readonly transferIds: number[];
  readonly lots: Lot[];
}

const BREATH = 5_000;

/**
 * The ledger of the demo: the server's own rules decide every booking, and its rows are what the server would have
 * written. Only the locks are missing, for nobody else is here.
 */
export class Books {
  private readonly programAccounts = new Map<string, number>();
  private readonly all: Book[] = [];

  constructor(
    private readonly tables: Tables,
    private readonly days: Days,
  ) {}

  open(memberId: number, programId: number, unit: Unit): Book {
    const book: Book = { memberId, programId, unit, lots: [] };
    this.all.push(book);
    return book;
  }

  earn(book: Book, amount: number, cause: BookedCause, at: number): Booked {
    return this.book(book, planEarning(owed(book), amount), 'issued', cause, at);
  }

  /** Undefined, and nothing happens, when there is not enough. */
  spend(book: Book, amount: number, cause: BookedCause, at: number): Booked | undefined {
    const movement = planSpending(holdings(book), amount);
    return 'missing' in movement ? undefined : this.book(book, movement, 'redeemed', cause, at);
  }

  /** Takes the whole of an earning back; what is spent already becomes a debt. */
  clawBack(book: Book, amount: number, earning: Booked, cause: BookedCause, at: number): void {
    const own = new Set(earning.lots.map(({ id }) => id));
    this.book(book, planClawBack(holdings(book), amount, own), 'issued', cause, at, earning);
  }

  /** Gives the whole of a spending back, into the lots it came from. */
  giveBack(book: Book, amount: number, spending: Booked, cause: BookedCause, at: number): void {
    this.book(book, planGivingBack(owed(book), amount, spending.lots), 'redeemed', cause, at, spending);
  }

  /** Writes what holds at the end: balances, and what is left of the lots. */
  close(): void {
    this.all.forEach((book) => this.closeOne(book));
  }

  /** The same for books by the million: `breathe` is waited for every now and then. */
  async closeSlowly(breathe: () => Promise<void>): Promise<void> {
    for (const [index, book] of this.all.entries()) {
      this.closeOne(book);
      if (index % BREATH === BREATH - 1) {
        await breathe();
      }
    }
  }

  private closeOne(book: Book): void {
    this.writeAccount(book, 'available');
    this.writeAccount(book, 'debt');
    this.writeLots(book);
  }

  private writeAccount({ memberId, programId, unit, ...accounts }: Book, role: Leg['role']): void {
    const account = accounts[role];
    if (account) {
      this.tables.add('ledger_account', {
        id: account.id,
        owner_kind: 'member',
        owner_id: memberId,
        program_id: programId,
        unit,
        role,
        balance: account.balance,
        created_at: account.at,
      });
    }
  }

  private writeLots({ available, lots }: Book): void {
    for (const lot of lots) {
      this.tables.add('ledger_lot', {
        id: lot.id,
        account_id: available?.id ?? null,
        transfer_id: lot.transferId,
        amount: lot.amount,
        remaining: lot.remaining,
        expires_at: lot.expiresAt,
      });
    }
  }

  private book(
    book: Book,
    movement: Movement,
    program: ProgramRole,
    cause: BookedCause,
    at: number,
    reverses?: Booked,
  ): Booked {
    // The running code opens the account when it looks at the book, whatever it then does.
    this.accountOf(book, 'available', at);
    const booked: Booked = { transferIds: [], lots: [] };
    for (const leg of legsOf(movement)) {
      const part = booked.transferIds.length;
      const transferId = this.transfer(
        book,
        leg,
        { program, cause, part, reverses: reverses?.transferIds[0] ?? null },
        at,
      );
      booked.transferIds.push(transferId);
      if (leg.role === 'available' && rulesOf(book.unit).lots) {
        booked.lots.push(...this.moveLots(book, transferId, leg, movement));
      }
    }
    return booked;
  }

  private transfer(
    book: Book,
    leg: Leg,
    {
      program,
      cause,
      part,
      reverses,
    }: { program: ProgramRole; cause: BookedCause; part: number; reverses: number | null },
    instant: number,
  ): number {
    const { programId, unit } = book;
    const at = new Date(instant);
    const account = this.accountOf(book, leg.role, instant);
    const programAccountId = this.programAccount(programId, unit, program, at);
    const id = this.tables.nextId('ledger_transfer');
    const incoming = leg.amount > 0;
    account.balance += leg.amount;
    this.tables.add('ledger_transfer', {
      id,
      program_id: programId,
      unit,
      from_account_id: incoming ? programAccountId : account.id,
      to_account_id: incoming ? account.id : programAccountId,
      amount: Math.abs(leg.amount),
      cause_kind: cause.kind,
      cause_id: cause.id,
      cause_key: causeKey(cause, unit),
      part,
      text: textOf(leg, cause.text),
      reverses_transfer_id: reverses,
      business_day: this.days.nameOf(instant),
      at,
    });
    this.tables.add('ledger_entry', {
      transfer_id: id,
      account_id: account.id,
      amount: leg.amount,
      balance_after: account.balance,
    });
    this.tables.add('ledger_entry', {
      transfer_id: id,
      account_id: programAccountId,
      amount: 0 - leg.amount,
      balance_after: null,
    });
    return id;
  }

  /** Opens a lot for what came in, or takes from and gives back to the open ones. */
  private moveLots(book: Book, transferId: number, leg: Leg, { taken, restored }: Movement): Lot[] {
    if (taken.length === 0 && restored.length === 0) {
      const id = this.tables.nextId('ledger_lot');
      const lot: OpenLot = { id, transferId, amount: leg.amount, remaining: leg.amount, expiresAt: null };
      book.lots.push(lot);
      return [lot];
    }
    const shares = [...taken, ...restored.map((share) => ({ ...share, amount: 0 - share.amount }))];
    return shares.map(({ lotId, amount }) => {
      const lot = book.lots.find(({ id }) => id === lotId);
      if (!lot) {
        throw new Error(`Lot ${lotId} is not of member ${book.memberId}`);
      }
      lot.remaining -= amount;
      this.tables.add('ledger_lot_use', { transfer_id: transferId, lot_id: lotId, amount });
      return { id: lotId, remaining: amount, expiresAt: lot.expiresAt };
    });
  }

  private accountOf(book: Book, role: Leg['role'], at: number): Account {
    return (book[role] ??= { id: this.tables.nextId('ledger_account'), at: new Date(at), balance: 0 });
  }

  private programAccount(programId: number, unit: Unit, role: ProgramRole, at: Date): number {
    const key = `${programId}:${unit}:${role}`;
    let id = this.programAccounts.get(key);
    if (id === undefined) {
      id = this.tables.nextId('ledger_account');
      this.programAccounts.set(key, id);
      this.tables.add('ledger_account', {
        id,
        owner_kind: 'program',
        owner_id: programId,
        program_id: programId,
        unit,
        role,
        balance: null,
        created_at: at,
      });
    }
    return id;
  }
}

export const balanceOf = ({ available }: Book): number => available?.balance ?? 0;

const owed = ({ debt }: Book): number => 0 - (debt?.balance ?? 0);

function holdings(book: Book): { available: number; lots: Lot[] } {
  return { available: balanceOf(book), lots: book.lots.filter(({ remaining }) => remaining > 0) };
}
