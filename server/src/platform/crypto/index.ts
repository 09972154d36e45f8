export { FieldCipher } from './field-cipher.js';
export { BASE58_ALPHABET, READABLE_ALPHABET, randomText } from './random-text.js';
export { Signer } from './signer.js';
