const { resolve } = require('node:path');

// Who may import whom. The rules are read top-down like the house: flows, module doors, platform, shared.

/** From the ground up: a module sees the modules of lower rungs through their doors, never its own rung or above. */
const RUNGS = [
  ['org'],
  ['members'],
  ['ledger', 'audience', 'catalogue'],
  ['live-codes', 'loyalty', 'check-ins', 'inventory', 'pricing'],
  ['orders'],
  ['payments', 'after-sales', 'reviews'],
  ['guides', 'touch', 'growth', 'services'],
  ['insights'],
];

const anyOf = (names) => `(${names.join('|')})`;
const TESTS = '\\.(spec|test)\\.(ts|tsx|mjs)$|^server/test/|^test/';

const rungRules = RUNGS.map((rung, height) => ({
  name: `rung-${rung[0]}-looks-down`,
  comment: `${rung.join(', ')} may use lower modules only; what points sideways or up is a flow or a domain event`,
  severity: 'error',
  from: { path: `^server/src/modules/(${rung.join('|')})/` },
  to: {
    path: `^server/src/modules/${anyOf(RUNGS.slice(height).flat())}/`,
    pathNot: '^server/src/modules/$1/',
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'whatever imports itself in the end can neither be understood nor loaded piece by piece',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-strangers',
      comment: 'a new module takes its place in RUNGS first',
      severity: 'error',
      from: { path: '^server/src/modules/', pathNot: `^server/src/modules/${anyOf(RUNGS.flat())}/` },
      to: {},
    },
    {
      name: 'module-door',
      comment: 'other modules are entered through their index.ts',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^server/src/modules/',
        pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'house-door',
      comment: 'flows, platform and entry points enter modules through their index.ts',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/modules/', TESTS] },
      to: { path: '^server/src/modules/', pathNot: '^server/src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'scripts-by-door-or-rule',
      comment:
        'generated data follow the very rules of the modules, which are pure; all else is behind doors',
      severity: 'error',
      from: { path: '^scripts/src/' },
      to: { path: '^server/src/modules/', pathNot: '^server/src/modules/[^/]+/(index\\.ts$|domain/)' },
    },
    ...rungRules,
    {
      name: 'modules-below-flows',
      severity: 'error',
      from: { path: '^server/src/modules/', pathNot: TESTS },
      to: { path: '^server/src/flows/' },
    },
    {
      name: 'platform-below',
      comment: 'platform and wechat know nothing of what is built on them',
      severity: 'error',
      from: { path: '^server/src/(platform|wechat)/', pathNot: TESTS },
      to: { path: '^server/src/(modules|flows)/' },
    },
    {
      name: 'pure-domain',
      comment: 'domain rules are values in, values out: no framework, no database, no clock',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/domain/', pathNot: TESTS },
      to: { pathNot: ['^server/src/modules/$1/domain/', '^shared/'] },
    },
    {
      name: 'controller-thin',
      comment: 'controllers and DTOs know views and commands, not tables',
      severity: 'error',
      from: { path: '^server/src/modules/.*(controller|\\.dto)\\.ts$' },
      to: { path: '\\.entity\\.ts$|node_modules/typeorm/' },
    },
    {
      name: 'shared-imports-nothing',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: TESTS },
      to: { pathNot: '^shared/src/' },
    },
    {
      name: 'clients-know-the-contract-only',
      comment: 'a client sees shared, never the server, a test or another client',
      severity: 'error',
      from: { path: '^(miniapp|admin)/src/' },
      to: { path: '^(server|scripts|test|miniapp|admin)/', pathNot: '^$1/' },
    },
    {
      name: 'phone-ui-knows-no-data',
      comment: 'pages compose features, features use api and ui, ui draws',
      severity: 'error',
      from: { path: '^miniapp/src/ui/' },
      to: { path: '^miniapp/src/(api|features|pages|packages)/' },
    },
    {
      name: 'product-without-tests',
      comment: 'what ships never needs test code',
      severity: 'error',
      from: { path: '^(server|shared)/src/', pathNot: TESTS },
      to: { path: ['^test/', '^server/test/', '\\.spec\\.ts$'] },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^(server|shared)/src/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist\\.next|coverage|\\.data)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    // Absolute, or what the file extends is looked for in the wrong folder.
    tsConfig: { fileName: resolve(__dirname, process.env.CRUISE_TSCONFIG ?? 'tsconfig.base.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'require', 'default'],
    },
  },
};
