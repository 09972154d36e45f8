export { FileStore } from './file-store.js';
export { MediaModule } from './media.module.js';
export { PICTURE_HEADERS, serveUploads } from './serve-uploads.js';
export { PictureView } from './picture.view.js';
export { Pictures, type PictureRow } from './pictures.js';
export { PICTURE_URL, thumbnailOf } from './file-keys.js';
