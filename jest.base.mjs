// Every package runs jest as CommonJS through SWC: the ESM mode of jest needs a newer Node than we ask for.

const typescript = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
const javascript = { ...typescript, jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' } };

/** Packages that ship ES modules only, as pnpm names their folders. */
const ESM_ONLY = ['@nestjs\\+', 'content-disposition@3', 'cookie@2', 'file-type@22'];

/** The jest settings all packages share; `root` leads from the package to the repository. */
export function jestConfig({ root = '..', ...own } = {}) {
  return {
    testEnvironment: 'node',
    // Generous: a loaded machine is no defect.
    testTimeout: 60_000,
    testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
    moduleNameMapper: {
      '^@regulars/shared$': `<rootDir>/${root}/shared/src/index.ts`,
      '^@regulars/shared/api$': `<rootDir>/${root}/shared/src/api/index.ts`,
      '^@regulars/shared/tokens$': `<rootDir>/${root}/shared/src/tokens.ts`,
      '^@regulars/wechat-stand-in$': `<rootDir>/${root}/test/wechat/src/index.ts`,
      '^@regulars/server/(.*)$': `<rootDir>/${root}/server/src/$1.ts`,
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    transform: { '^.+\\.tsx?$': ['@swc/jest', typescript], '^.+\\.m?js$': ['@swc/jest', javascript] },
    transformIgnorePatterns: [`/node_modules/\\.pnpm/(?!${ESM_ONLY.join('|')})`],
    ...own,
  };
}
