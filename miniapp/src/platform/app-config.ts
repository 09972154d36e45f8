/** Where this copy of the mini-program finds its server. */
export interface AppConfig {
  apiBase: string;
  appId: string;
  /** The WeChat stand-in, when the h5 twin runs without WeChat. */
  wechatBase: string | null;
}
