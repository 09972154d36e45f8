export { CodePanel } from './CodePanel';
export { MemberCard } from './MemberCard';
