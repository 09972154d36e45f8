const OFFSET_MS = 8 * 3_600_000;

/** RFC 3339 as WeChat writes it, with the offset of Shanghai: `2018-06-08T10:34:56+08:00`. */
export function shanghaiSeconds(instant: Date): string {
  return `${shifted(instant).slice(0, 19)}+08:00`;
}

/** The same with milliseconds: `2022-12-15T13:29:35.120+08:00`. */
export function shanghaiMilliseconds(instant: Date): string {
  return `${shifted(instant).slice(0, 23)}+08:00`;
}

function shifted(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}
