import { jestConfig } from '../jest.base.mjs';

const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

const base = jestConfig();

export default {
  ...base,
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.test.tsx'],
  setupFiles: ['<rootDir>/test/shim/globals.ts'],
  // Of the twins, tests take WeChat's: it speaks to Taro, which the shim stands in for.
  moduleFileExtensions: ['weapp.tsx', 'weapp.ts', 'tsx', 'ts', 'js', 'mjs', 'json'],
  moduleNameMapper: {
    '\\.module\\.scss$': 'identity-obj-proxy',
    '\\.s?css$': '<rootDir>/test/shim/empty.ts',
    '^@tarojs/components$': '<rootDir>/test/shim/components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/shim/taro.ts',
    '^@nutui/nutui-react-taro$': '<rootDir>/test/shim/nutui.tsx',
    '^@/(.*)$': '<rootDir>/src/$1',
    ...base.moduleNameMapper,
  },
  transform: { '^.+\\.[jt]sx?$': ['@swc/jest', swc] },
  globals: { WEAPP_API_BASE: 'https://shop.test', WEAPP_APP_ID: 'wx-test' },
};
