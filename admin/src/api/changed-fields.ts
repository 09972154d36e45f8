/**
 * What an edit really changed. Only that is sent: the audit then tells what happened, and two people
 * who edit different fields don't undo each other.
 */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const entries = Object.entries(after) as [keyof T, unknown][];
  return Object.fromEntries(entries.filter(([key, value]) => !Object.is(before[key], value))) as Partial<T>;
}
