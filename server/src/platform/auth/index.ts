export {
  ACCESS,
  AdminApi,
  ForAdmin,
  ForMember,
  ForStaff,
  ForVisitor,
  HookApi,
  MemberApi,
  Public,
  StaffApi,
  type Access,
} from './access.js';
export { ADMIN_COOKIE, AccessGuard, CONSOLE_HEADER } from './access.guard.js';
export {
  AdminResolver,
  StaffResolver,
  VisitorResolver,
  type Actor,
  type AdminActor,
  type MemberActor,
  type StaffActor,
  type VisitorActor,
} from './actors.js';
export { CurrentAdmin, CurrentMember, CurrentStaff, MaybeVisitor, Visitor } from './current.js';
export { RateLimiter } from './rate-limiter.js';
