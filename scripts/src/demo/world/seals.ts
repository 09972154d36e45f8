/** How personal data are kept: the server's own cipher, as far as the demo needs it. */
export interface Seals {
  seal(text: string): string;
  index(kind: string, text: string): string;
}
