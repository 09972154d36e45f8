/** Closes an exhaustive switch: adding a member to a union without deciding its case no longer compiles. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
