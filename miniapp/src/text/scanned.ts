/** What a scanned code turned out to be: one of our join codes, or plain text for whoever asked to scan. */
export type Scanned = { kind: 'join'; code: string } | { kind: 'text'; text: string };

const JOIN_PAGE = 'pages/join/index';

/**
 * Our codes come in three coats: a path of this mini-program (`pages/join/index?scene=…`), the same page as an address
 * in a browser, or an ordinary link whose whole address is the value of `q`.
 */
export function readScanned(raw: string): Scanned {
  const text = raw.trim();
  const query = queryOf(text);
  if (query.q !== undefined) {
    return readScanned(query.q);
  }
  if (text.includes(JOIN_PAGE) && query.scene !== undefined) {
    return { kind: 'join', code: query.scene };
  }
  return { kind: 'text', text };
}

/** The live code a page was opened with: from a mini-program code, from an ordinary link, or passed on by us. */
export function liveCodeOf(query: Readonly<Record<string, string | undefined>>): string | undefined {
  if (query.scene) {
    return query.scene;
  }
  if (query.q) {
    const scanned = readScanned(query.q);
    return scanned.kind === 'join' ? scanned.code : lastSegment(query.q);
  }
  return query.code;
}

function queryOf(text: string): Readonly<Record<string, string | undefined>> {
  const [, query = ''] = text.split('?', 2);
  const [beforeHash = ''] = query.split('#', 1);
  const values: Record<string, string | undefined> = {};
  for (const pair of beforeHash.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2);
    values[decode(name)] = decode(value);
  }
  return values;
}

function lastSegment(address: string): string | undefined {
  const [path = ''] = address.split('?', 1);
  return path.split('/').filter(Boolean).at(-1);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
