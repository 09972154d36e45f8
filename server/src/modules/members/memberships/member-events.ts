export interface MemberJoined {
  readonly memberId: number;
  readonly membershipId: number;
  readonly brandId: number;
  readonly liveCodeId: number | null;
  readonly storeId: number | null;
}

export interface MemberErased {
  readonly memberId: number;
}

declare module '../../../platform/jobs/events.js' {
  interface DomainEvents {
    'member.joined': MemberJoined;
    /** Whoever keeps personal data about the member destroys it now. */
    'member.erased': MemberErased;
  }
}
