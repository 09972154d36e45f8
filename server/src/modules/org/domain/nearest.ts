import { distanceM, type Position } from './distance.js';
import { isOpenAt, type OpeningHours } from './opening-hours.js';

export interface Place extends Position, OpeningHours {
  readonly id: number;
}

export interface Nearby<P extends Place> {
  readonly place: P;
  readonly open: boolean;
  /** Null when we don't know where the customer is. */
  readonly distanceM: number | null;
}

/** Nearest first; without a position in the order they came (by id). Whether a place is open doesn't change its turn. */
export function byDistance<P extends Place>(
  places: readonly P[],
  minuteOfDay: number,
  from: Position | undefined,
): Nearby<P>[] {
  const nearby = places.map((place) => ({
    place,
    open: isOpenAt(place, minuteOfDay),
    distanceM: from ? Math.round(distanceM(from, place)) : null,
  }));
  return nearby.sort((a, b) => (a.distanceM ?? 0) - (b.distanceM ?? 0) || a.place.id - b.place.id);
}

/** Where to send somebody now: the nearest open place, else the nearest. */
export function bestNow<P extends Place>(nearestFirst: readonly Nearby<P>[]): Nearby<P> | undefined {
  return nearestFirst.find((nearby) => nearby.open) ?? nearestFirst[0];
}
