import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { ProvidePlugin } from 'webpack';
import { COLORS, FONT_FAMILY, FONT_SIZES, RADII, SPACES } from '@regulars/shared/tokens';

// Pages (and NutUI) are drawn for a phone 375 px wide.
const DESIGN_WIDTH = 375;

/** The tokens as Sass variables ($ink, $space-two, …), put before every style sheet. */
function sassVariables(): string {
  const block = (prefix: string, values: Record<string, string | number>, unit = '') =>
    Object.entries(values).map(([name, value]) => `$${prefix}${kebab(name)}: ${value}${unit};`);
  return [
    ...block('', COLORS),
    ...block('space-', SPACES, 'px'),
    ...block('radius-', RADII, 'px'),
    ...block('font-', FONT_SIZES, 'px'),
    `$font-family: ${FONT_FAMILY};`,
  ].join('\n');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export default defineConfig<'webpack5'>(() => {
  const cssModules = {
    enable: true,
    config: { namingPattern: 'module', generateScopedName: '[name]__[local]___[hash:base64:5]' },
  };
  // CSS modules do not depend on the order they are loaded in.
  const unordered = { ignoreOrder: true };
  return {
    projectName: 'regulars',
    date: '2026-1-1',
    designWidth: DESIGN_WIDTH,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    jsMinimizer: 'esbuild',
    esbuild: { minify: { enable: true, config: { target: 'es2020' } } },
    cache: { enable: true },
    sass: { data: sassVariables() },
    // Only the mini-program needs them: the h5 twin reads /config.json when it starts.
    defineConstants: {
      WEAPP_API_BASE: JSON.stringify(process.env.PUBLIC_URL ?? ''),
      WEAPP_APP_ID: JSON.stringify(process.env.WECHAT_APP_ID ?? ''),
    },
    alias: { '@': path.resolve(__dirname, '..', 'src') },
    mini: {
      miniCssExtractPluginOption: unordered,
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
      webpackChain: (chain) => {
        chain
          .plugin('abort-controller')
          .use(ProvidePlugin, [{ AbortController: ['@/platform/abort-controller', 'AbortController'] }]);
      },
    },
    h5: {
      miniCssExtractPluginOption: {
        ...unordered,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      webpackChain: (chain) => {
        // What several pages share is loaded once, not copied into each of them.
        chain.optimization.splitChunks({
          chunks: 'async',
          cacheGroups: { shared: { name: 'shared', minChunks: 2, priority: 10, reuseExistingChunk: true } },
        });
      },
      output: { filename: 'js/[name].[hash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // Desktop windows show a phone-sized page instead of a magnified one.
        pxtransform: { enable: true, config: { maxRootSize: 23 } },
        cssModules,
      },
    },
  } satisfies UserConfigExport<'webpack5'>;
});
