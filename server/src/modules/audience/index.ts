export { AudienceModule } from './audience.module.js';

export { MemberSets, type MemberChange } from './sets/member-sets.js';
export { SetContents } from './sets/set-contents.js';
export { ofBrand, ofProgram, textOf, type SetName, type SetOwner } from './sets/set-names.js';
export { FoldChanges } from './sets/fold-changes.js';
export { BlockCache as AudienceCache } from './sets/block-cache.js';

export { Audience, type AudienceBlock, type Counted } from './segments/audience.js';
export { AudienceScopes, type AudienceScope } from './segments/audience-scope.js';
export { SegmentLookup } from './segments/segment-lookup.js';
export { SegmentWords, type SegmentWord } from './segments/segment-words.js';

export { DefineTags, type NewTag, type NewTagGroup } from './tags/define-tags.js';
export { MemberTags, type TagProvenance } from './tags/member-tags.js';
export { boughtOn, dayNumber, membersOf, numberSet } from './segments/plan-of.js';
