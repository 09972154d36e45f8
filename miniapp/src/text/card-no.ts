/** "880622130457" → "8806 2213 0457", as it would be embossed. */
export function spaced(cardNo: string): string {
  return cardNo.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');
}
