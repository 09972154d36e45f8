/**
 * What happened, by name, with what the listeners need to know. Each module adds its own by declaration
 * merging next to where it emits them:
 *
 *     declare module '../../platform/jobs/events.js' {
 *       interface DomainEvents { 'order.paid': OrderPaid }
 *     }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- modules merge their events into it
export interface DomainEvents {}

export type DomainEventName = keyof DomainEvents;
