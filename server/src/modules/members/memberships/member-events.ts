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

/** A member changed their mind; what holds now is for the consent ledger to say. */
export interface ConsentDecided {
  readonly memberId: number;
  readonly brandId: number;
}

declare module '../../../platform/jobs/events.js' {
  interface DomainEvents {
    'consent.decided': ConsentDecided;
    'member.joined': MemberJoined;
    /** Whoever keeps personal data about the member destroys it now. */
    'member.erased': MemberErased;
  }
}
