import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { textOf, type SetName } from './set-names.js';

interface SetRow {
  id: number;
  ownerKind: 'brand' | 'program';
  ownerId: number;
  kind: string;
  setKey: string;
}

/** Names asked for in one statement; their number is rounded up, so that few statements have to be prepared. */
const NAMES_PER_STATEMENT = 256;

/** Sets by name. A set keeps its id for ever, so ids are remembered; that there is none yet is not. */
@Injectable()
export class SetIds {
  private readonly known = new Map<string, number>();

  /** By the text of their names; sets that were never written are missing. */
  async find(reader: Reader, names: readonly SetName[]): Promise<Map<string, number>> {
    const unknown = names.filter((name) => !this.known.has(textOf(name)));
    const found = new Map<string, number>();
    for (let start = 0; start < unknown.length; start += NAMES_PER_STATEMENT) {
      await this.load(reader, unknown.slice(start, start + NAMES_PER_STATEMENT), found);
    }
    return new Map(
      names.flatMap((name): [string, number][] => {
        const id = this.known.get(textOf(name)) ?? found.get(textOf(name));
        return id === undefined ? [] : [[textOf(name), id]];
      }),
    );
  }

  /** Makes those that don't exist. */
  async ensure(tx: Tx, names: readonly SetName[]): Promise<Map<string, number>> {
    const ids = await this.find(tx, names);
    const missing = new Map(
      names.filter((name) => !ids.has(textOf(name))).map((name) => [textOf(name), name]),
    );
    for (const [text, { owner, kind, key }] of [...missing].sort(([a], [b]) => (a < b ? -1 : 1))) {
      // Only a set that didn't exist a moment ago gets here, so this row is not contended.
      const { insertId } = await tx.execute(
        `INSERT INTO member_set (owner_kind, owner_id, kind, set_key) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)`,
        [owner.kind, owner.id, kind, key],
      );
      ids.set(text, insertId);
    }
    return ids;
  }

  private async load(reader: Reader, names: readonly SetName[], found: Map<string, number>): Promise<void> {
    const [first] = names;
    if (!first) {
      return;
    }
    const padded = [...names];
    while (padded.length < 2 ** Math.ceil(Math.log2(names.length))) {
      padded.push(first);
    }
    const rows = await reader.query<SetRow>(
      `SELECT id, owner_kind AS ownerKind, owner_id AS ownerId, kind, set_key AS setKey FROM member_set
        WHERE (owner_kind, owner_id, kind, set_key) IN (${padded.map(() => '(?, ?, ?, ?)').join(', ')})`,
      padded.flatMap(({ owner, kind, key }) => [owner.kind, owner.id, kind, key]),
    );
    for (const { id, ownerKind, ownerId, kind, setKey } of rows) {
      const text = textOf({ owner: { kind: ownerKind, id: ownerId }, kind, key: setKey });
      found.set(text, id);
      // Inside a transaction the set may be its own, and gone if it is rolled back.
      if (!('execute' in reader)) {
        this.known.set(text, id);
      }
    }
  }
}
