export {
  ID_KINDS,
  configurePublicIds,
  fromPublicId,
  publicIdPattern,
  toPublicId,
  type IdKind,
} from './public-id.js';
