import Taro from '@tarojs/taro';

/** What a code says, or null when the person closed the scanner. */
export async function scan(): Promise<string | null> {
  try {
    const { result, path } = await Taro.scanCode({});
    // Our own mini-program codes come as a path (`pages/x?scene=…`), everything else as text.
    return path || result;
  } catch {
    return null;
  }
}
