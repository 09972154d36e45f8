import type { AdminActor, StaffActor } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { notFound } from '../../platform/http/index.js';
import type { OrderActor, OrderRow, OrdersRepository } from './orders.repository.js';

/** Who prepares and sends orders: staff those of their stores, admins those of their brands. */
export type Worker =
  | { readonly kind: 'staff'; readonly id: number; readonly storeIds: readonly number[] }
  | { readonly kind: 'admin'; readonly id: number; readonly brandIds: readonly number[] };

export function staffWorker({ staffId, storeIds }: StaffActor): Worker {
  return { kind: 'staff', id: staffId, storeIds };
}

export function adminWorker({ adminId, brandIds }: AdminActor): Worker {
  return { kind: 'admin', id: adminId, brandIds };
}

export function actorOf({ kind, id }: Worker): OrderActor {
  return `${kind}:${id}`;
}

/** Locked until the transaction ends. @throws Refusal `not_found` for orders that are none of this worker's */
export async function lockFor(
  worker: Worker,
  orders: OrdersRepository,
  tx: Tx,
  orderId: number,
): Promise<OrderRow> {
  const order = await (worker.kind === 'staff'
    ? orders.lockOfStores(tx, worker.storeIds, orderId)
    : orders.lockOfBrands(tx, worker.brandIds, orderId));
  if (!order) {
    throw notFound();
  }
  return order;
}
