import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.{spec,test}.{ts,tsx,mjs}', 'server/test/**', 'test/**', '**/test/**'];
const ENTRY_POINTS = ['**/*.config.{js,mjs,cjs,ts}', 'miniapp/src/**/*.config.ts', 'miniapp/config/**'];

/** Started by a person or the system: they read the environment and may speak before there is a log. */
const SERVER_COMMANDS = ['server/src/{main,worker,openapi,migrate}.ts'];

/** What a page may take from Taro: life cycle and route. Everything a platform does is behind `platform/`. */
const TARO_HOOKS = [
  'useDidHide',
  'useDidShow',
  'useLaunch',
  'useLoad',
  'usePageScroll',
  'usePullDownRefresh',
  'useReachBottom',
  'useReady',
  'useResize',
  'useRouter',
  'useShareAppMessage',
  'useShareTimeline',
  'useTabItemTap',
  'useUnload',
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/dist.next/',
      '**/node_modules/',
      '.data/',
      '**/coverage/',
      'shared/src/api/schema.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals('node') },
  },
  {
    files: ['**/*.cjs', 'miniapp/babel.config.js'],
    languageOptions: { sourceType: 'commonjs', globals: globals('commonjs') },
  },
  {
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        // The runner itself waits for what it collects.
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['describe', 'it', 'test', 'suite', 'before', 'after'],
              package: 'node:test',
            },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      // An interface may promise asynchrony that this implementation doesn't need.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      // TypeScript knows better which names exist.
      'no-undef': 'off',
    },
  },
  {
    files: [
      'server/src/**/*.ts',
      'shared/src/**/*.ts',
      'miniapp/src/**/*.{ts,tsx}',
      'admin/src/**/*.{ts,tsx}',
    ],
    ignores: SERVER_COMMANDS,
    rules: { 'no-console': 'error' },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/platform/config/**', ...SERVER_COMMANDS, ...TESTS],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Ask Config: it reads and checks the environment once.',
        },
      ],
    },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}', 'admin/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}'],
    ignores: ['miniapp/src/platform/**', ...TESTS],
    rules: {
      'no-restricted-globals': ['error', { name: 'wx', message: 'Platform calls live in platform/.' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tarojs/taro',
              allowImportNames: TARO_HOOKS,
              message: 'Platform calls live in platform/.',
            },
          ],
        },
      ],
    },
  },
  {
    // Taro loads the app and its pages by their default export; tools do so with their settings.
    files: [
      'miniapp/src/app.{ts,tsx}',
      'miniapp/src/**/index.tsx',
      'miniapp/src/**/*.config.ts',
      'miniapp/config/**',
      '**/*.config.ts',
      '**/*.d.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // Tests read answers of unknown shape, and assert on methods without calling them.
    files: TESTS.map((glob) => (glob.includes('.') ? glob : `${glob}/*.{ts,tsx}`)),
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ENTRY_POINTS, extends: [tseslint.configs.disableTypeChecked] },
);

/** Global names by surroundings, without one more package for it. */
function globals(surroundings) {
  const names = {
    node: [
      'process',
      'console',
      'URL',
      'URLSearchParams',
      'Buffer',
      'setTimeout',
      'clearTimeout',
      'setInterval',
    ].concat(
      [
        'clearInterval',
        'setImmediate',
        'fetch',
        'AbortSignal',
        'AbortController',
        'performance',
        'TextDecoder',
      ],
      ['TextEncoder', 'structuredClone', 'queueMicrotask', 'Response'],
    ),
    commonjs: ['require', 'module', 'exports', '__dirname', '__filename'],
  };
  return Object.fromEntries(names[surroundings].map((name) => [name, 'readonly']));
}
