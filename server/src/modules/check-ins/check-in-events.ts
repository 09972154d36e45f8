import type { CheckInKind } from '@regulars/shared';

export interface CheckInMade {
  readonly checkInId: number;
  readonly memberId: number;
  readonly brandId: number;
  readonly storeId: number;
  readonly businessDay: string;
  readonly kind: CheckInKind;
}

declare module '../../platform/jobs/events.js' {
  interface DomainEvents {
    'check-in.made': CheckInMade;
  }
}
