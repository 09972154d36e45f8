/** Of those who were there before, how many came again. Null when nobody was there before. */
export function retentionBp(before: readonly number[], now: readonly number[]): number | null {
  const earlier = new Set(before);
  if (earlier.size === 0) {
    return null;
  }
  const again = new Set(now.filter((memberId) => earlier.has(memberId)));
  return Math.floor((again.size * 10_000) / earlier.size);
}
