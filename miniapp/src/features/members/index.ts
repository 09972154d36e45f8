export { JoinInvitation } from './JoinInvitation';
export { MembersOnly } from './MembersOnly';
export { useJoin } from './use-join';
export { ERASURE_SENTENCE, useConsents, useMe, useMyProfile } from './use-me';
export { useLiveCode } from './use-live-code';
export { useMembership, type Membership } from './use-membership';
