/** A phone's storage is one person's already. */
export function scoped(key: string): string {
  return key;
}
