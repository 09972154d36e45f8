/** The origin of a configured base address. A path before WeChat's own would break its signatures. */
export function originOf(baseUrl: string): string {
  const url = new URL(baseUrl);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new Error(`The address of a WeChat host has no path, unlike ${url.origin}${url.pathname}`);
  }
  return url.origin;
}
