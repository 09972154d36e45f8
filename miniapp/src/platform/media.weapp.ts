/** A path would mean a file of the mini-program itself; the server's pictures need its address. */
export function mediaUrl(url: string): string {
  return url.startsWith('/') ? `${WEAPP_API_BASE}${url}` : url;
}
