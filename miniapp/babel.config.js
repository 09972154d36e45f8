// NutUI's styles are taken per component: the whole sheet would add 229 KB to the main package.
const nutui = (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`;

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: [
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        camel2DashComponentName: false,
        customName: nutui,
        customStyleName: (name) => `${nutui(name)}/style/css`,
      },
      'nutui',
    ],
  ],
};
