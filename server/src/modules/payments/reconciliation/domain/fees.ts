/** Fees come in thousandths of a fen and are rounded once, for people, half away from nothing. */
export function feeFenOf(milliFen: number): number {
  const fen = Math.floor((Math.abs(milliFen) + 500) / 1000);
  return milliFen < 0 && fen > 0 ? -fen : fen;
}
