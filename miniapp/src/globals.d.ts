/// <reference types="@tarojs/taro" />

declare module '*.png';
declare module '*.module.scss' {
  const styles: Readonly<Record<string, string>>;
  export default styles;
}

declare const WEAPP_API_BASE: string;
declare const WEAPP_APP_ID: string;
