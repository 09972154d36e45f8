/** As many whole characters from the start as fit into so many bytes of UTF-8. */
export function cutToBytes(text: string, bytesMax: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > bytesMax) {
      break;
    }
    kept += character;
  }
  return kept;
}
