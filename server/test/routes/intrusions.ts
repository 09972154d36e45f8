import { ID_KINDS, type IdKind } from '../../src/platform/ids/index.js';
import { exampleOf, outsider, rightfulCaller, type PreparedCall } from './calling.js';
import { OUTSIDERS, type Outsider } from './examples.js';
import type { Credentials, TwoBrands } from './two-brands.js';
import type { Route } from './walk.js';

/** A call that must be refused. */
export interface Intrusion {
  readonly who: string;
  readonly call: PreparedCall;
  readonly as: Credentials;
  readonly headers?: Readonly<Record<string, string>>;
  /** Taken from the caller for this call. */
  readonly withheld?: string;
  /** The codes it may be refused with; any when it is about things that don't belong together. */
  readonly codes?: readonly string[];
}

/** Something of the rival's for each kind of id. */
export type Things = Readonly<Partial<Record<IdKind, string>>>;

/** What says no more than that somebody has no business here. */
const TURNED_AWAY = ['unauthenticated', 'forbidden', 'membership_required', 'not_found'];
const NOT_SIGNED_IN = ['unauthenticated'];
const NOT_ALLOWED = ['forbidden'];

const OF_THE_RIVAL: ReadonlySet<Outsider> = new Set(['stranger', 'rivalClerk', 'rivalOwner']);
const ID = /\b([a-z]{2})_[1-9A-HJ-NP-Za-km-z]{22}\b/g;

/** Every way in that should be closed. */
export function* intrusionsOf(
  route: Route,
  call: PreparedCall,
  brands: TwoBrands,
  rivalThings: Things,
): Generator<Intrusion> {
  if (route.access === undefined || route.access.kind === 'public') {
    return;
  }
  yield* withoutSignIn(call);
  yield* withAnotherSignIn(route, call, brands);
  yield* withoutPermission(route, call, brands);
  yield* byOutsiders(route, call, brands);
  yield* withForeignThings(route, call, brands, rivalThings);
}

function* withoutSignIn(call: PreparedCall): Generator<Intrusion> {
  const codes = NOT_SIGNED_IN;
  yield { who: 'nobody', call, as: {}, codes };
  const token = `1.${Date.now() + 3_600_000}.${'A'.repeat(43)}`;
  yield { who: 'somebody with a forged token', call, as: { token }, codes };
  yield { who: 'somebody with a forged cookie', call, as: { cookie: 'regulars_console=x' }, codes };
}

function* withAnotherSignIn({ access }: Route, call: PreparedCall, brands: TwoBrands): Generator<Intrusion> {
  const { own, visitor } = brands;
  switch (access?.kind) {
    case 'member':
      yield { who: 'a visitor', call, as: visitor, codes: ['membership_required'] };
      yield { who: 'an admin', call, as: own.owner, codes: NOT_SIGNED_IN };
      return;
    case 'visitor':
      yield { who: 'an admin', call, as: own.owner, codes: NOT_SIGNED_IN };
      return;
    case 'staff':
      yield { who: 'a visitor', call, as: visitor, codes: NOT_ALLOWED };
      yield { who: 'a member', call, as: own.member, codes: NOT_ALLOWED };
      yield { who: 'an admin', call, as: own.owner, codes: NOT_SIGNED_IN };
      return;
    case 'admin':
      yield { who: 'a member', call, as: own.member, codes: NOT_SIGNED_IN };
      yield { who: 'a clerk', call, as: own.clerk, codes: NOT_SIGNED_IN };
      return;
    case 'public':
    case undefined:
      return;
  }
}

function* withoutPermission(route: Route, call: PreparedCall, brands: TwoBrands): Generator<Intrusion> {
  const { access, method } = route;
  const as = rightfulCaller(call, route, brands);
  if ((access?.kind === 'staff' || access?.kind === 'admin') && access.permission !== null) {
    const withheld = access.permission;
    yield { who: `whoever lacks ${withheld}`, call, as, withheld, codes: NOT_ALLOWED };
  }
  if (access?.kind === 'admin' && method !== 'GET') {
    const headers = { 'x-regulars-console': '' };
    yield { who: 'a page of another site', call, as, headers, codes: NOT_ALLOWED };
  }
}

function* byOutsiders(route: Route, call: PreparedCall, brands: TwoBrands): Generator<Intrusion> {
  const { open = {}, refusedWith } = exampleOf(route) ?? {};
  const codes = [...TURNED_AWAY, ...(refusedWith === undefined ? [] : [refusedWith])];
  for (const who of outsidersOf(route)) {
    const as = outsider(who, brands);
    if (open[who] === undefined) {
      yield { who, call, as, codes };
    }
    // Naming their own brand, and in it what is another's.
    const disguised = withIdReplaced(call, brands.own.brandId, brands.rival.brandId);
    if (OF_THE_RIVAL.has(who) && idsIn(disguised).some((id) => id !== brands.rival.brandId)) {
      yield { who: `${who} under their own flag`, call: disguised, as };
    }
  }
}

/** The rightful caller, with one thing of the rival's in the place of their own. */
function* withForeignThings(
  route: Route,
  call: PreparedCall,
  brands: TwoBrands,
  rivalThings: Things,
): Generator<Intrusion> {
  const as = rightfulCaller(call, route, brands);
  const isOpenToStrangers = exampleOf(route)?.open?.stranger !== undefined;
  const ids = new Set(idsIn(call));
  for (const id of ids) {
    const kind = (Object.keys(ID_KINDS) as IdKind[]).find((one) => id.startsWith(`${ID_KINDS[one]}_`));
    const foreign = kind && rivalThings[kind];
    if (foreign === undefined) {
      throw new Error(`${route.id} is about a ${String(kind)}, and the rival has none`);
    }
    // Naming another brand and nothing else is no intrusion where strangers may come.
    if (kind !== 'brand' || !isOpenToStrangers || ids.size > 1) {
      yield { who: `its own caller with a foreign ${kind}`, call: withIdReplaced(call, id, foreign), as };
    }
  }
}

export function outsidersOf({ access }: Route): readonly Outsider[] {
  return !access || access.kind === 'public' ? [] : OUTSIDERS[access.kind];
}

function idsIn({ path, query, body }: PreparedCall): string[] {
  return JSON.stringify({ path, query, body }).match(ID) ?? [];
}

function withIdReplaced({ path, query, body, ...call }: PreparedCall, id: string, by: string): PreparedCall {
  const wish = JSON.stringify({ path, query, body }).replaceAll(id, by);
  return { ...call, ...(JSON.parse(wish) as Pick<PreparedCall, 'path' | 'query' | 'body'>) };
}
