import type { ErrorCode } from '@regulars/shared';

/** What a store asks of somebody who checks in by its printed code, which anybody may have photographed. */
export interface LocationPolicy {
  /** 'soft' looks at the distance only when it is known. */
  readonly checkInLocation: 'required' | 'soft';
  readonly checkInRadiusM: number;
}

/** Why a check-in by the printed code can't be taken; undefined when it can. */
export function obstacleOfDistance(
  { checkInLocation, checkInRadiusM }: LocationPolicy,
  distanceM: number | null,
): Extract<ErrorCode, 'location_required' | 'too_far_from_store'> | undefined {
  if (distanceM === null) {
    return checkInLocation === 'required' ? 'location_required' : undefined;
  }
  return distanceM > checkInRadiusM ? 'too_far_from_store' : undefined;
}
