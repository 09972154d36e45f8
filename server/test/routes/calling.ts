import { randomUUID } from 'node:crypto';
import type { Answer, Sending, TestApp } from '../harness.js';
import { OPERATIONS, type Operation } from './contract.js';
import { EXAMPLES, type Call, type Example, type Outsider } from './examples.js';
import type { Credentials, TwoBrands } from './two-brands.js';
import type { Route } from './walk.js';

/** An example ready to be sent, as often as wanted: with the same key for the same intent. */
export interface PreparedCall extends Call {
  readonly operation: Operation;
  readonly key: string;
}

export function operationOf({ id }: Pick<Route, 'id'>): Operation {
  const operation = OPERATIONS.find((one) => one.id === id);
  if (!operation) {
    throw new Error(`${id} is not in the contract`);
  }
  return operation;
}

/** Undefined for what WeChat signs: nobody signs in to it. */
export function exampleOf({ id }: Pick<Operation, 'id'>): Example | undefined {
  const example = EXAMPLES[id];
  if (example === undefined) {
    throw new Error(`${id} has no example`);
  }
  return example === 'signed by WeChat' ? undefined : example;
}

export async function prepare(operation: Operation, brands: TwoBrands): Promise<PreparedCall> {
  const call = await exampleOf(operation)?.call(brands.own);
  return { ...call, operation, key: randomUUID() };
}

/** What `send` needs to know to put a call on the wire. */
export function send(
  app: TestApp,
  { operation, key, path = {}, query = {}, body }: PreparedCall,
  { token, cookie }: Credentials = {},
  sending: Sending = {},
): Promise<Answer<unknown>> {
  const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  const needsKey = operation.parameters.some(({ name }) => name === 'Idempotency-Key');
  return app.send<unknown>(operation.method, search === '' ? url : `${url}?${search}`, {
    ...(token === undefined ? {} : { token }),
    ...(cookie === undefined ? {} : { cookie }),
    ...(body === undefined ? {} : { body }),
    ...sending,
    headers: { ...(needsKey ? { 'idempotency-key': key } : {}), ...sending.headers },
  });
}

/** Whose route it is: the caller who may. */
export function rightfulCaller(call: PreparedCall, { access }: Route, brands: TwoBrands): Credentials {
  if (call.as) {
    return call.as;
  }
  switch (access?.kind) {
    case 'visitor':
    case 'member':
      return brands.own.member;
    case 'staff':
      return brands.own.clerk;
    case 'admin':
      return brands.own.owner;
    case 'public':
    case undefined:
      return {};
  }
}

export function outsider(name: Outsider, brands: TwoBrands): Credentials {
  const outsiders: Readonly<Record<Outsider, Credentials>> = {
    neighbour: brands.neighbour,
    stranger: brands.rival.member,
    colleague: brands.colleague,
    rivalClerk: brands.rival.clerk,
    rivalOwner: brands.rival.owner,
  };
  return outsiders[name];
}
