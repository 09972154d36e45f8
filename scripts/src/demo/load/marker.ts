import type { Connection, RowDataPacket } from 'mysql2/promise';

/**
 * Says in the database itself whether the demo data are there. While they are being loaded it says so, so that a run
 * that was killed half-way is recognised and redone.
 */
export interface Marker {
  readonly state: 'loading' | 'ready';
  /** What the loading run wrote down for later runs; JSON. */
  readonly notes: string;
}

export async function readMarker(connection: Connection): Promise<Marker | undefined> {
  await connection.query(
    `CREATE TABLE IF NOT EXISTS demo_load (
       id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
       state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
       notes MEDIUMTEXT NOT NULL,
       changed_at DATETIME(3) NOT NULL
     ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  );
  const [rows] = await connection.query<(Marker & RowDataPacket)[]>(
    'SELECT state, notes FROM demo_load WHERE id = 1',
  );
  return rows[0];
}

export async function writeMarker(connection: Connection, { state, notes }: Marker): Promise<void> {
  await connection.query('REPLACE INTO demo_load (id, state, notes, changed_at) VALUES (1, ?, ?, ?)', [
    state,
    notes,
    new Date(),
  ]);
}

const LOCK = 'regulars.demo-load';
const LOCK_WAIT_SECONDS = 120;

/** Two starts at once: the second waits and finds everything done. */
export async function withLock<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  const [rows] = await connection.query<({ got: number | null } & RowDataPacket)[]>(
    'SELECT GET_LOCK(?, ?) AS got',
    [LOCK, LOCK_WAIT_SECONDS],
  );
  if (rows[0]?.got !== 1) {
    throw new Error(
      'Another run is loading the demo data into this database. Wait for it to end, then try again.',
    );
  }
  try {
    return await work();
  } finally {
    await connection.query('SELECT RELEASE_LOCK(?)', [LOCK]);
  }
}
