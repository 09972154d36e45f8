import Taro from '@tarojs/taro';

/** The single-use code that the server exchanges for who this is. */
export async function login(): Promise<string> {
  const { code } = await Taro.login();
  return code;
}
