import type { ThemeConfig } from 'antd';
import {
  brandPalette,
  type BrandPalette,
  COLORS,
  FONT_FAMILY,
  FONT_SIZES,
  RADII,
} from '@regulars/shared/tokens';

/** The house's look in antd's words; `primary` is the brand's colour once a brand is known. */
export function themeOf(primary?: string): ThemeConfig {
  const palette = brandPalette(primary);
  return {
    cssVar: true,
    hashed: false,
    token: {
      colorPrimary: palette.primary,
      colorInfo: palette.primary,
      colorLink: palette.primary,
      colorSuccess: COLORS.success,
      colorWarning: COLORS.warning,
      colorError: COLORS.danger,
      ...soft('Info', palette),
      ...soft('Success', brandPalette(COLORS.success)),
      ...soft('Warning', brandPalette(COLORS.warning)),
      ...soft('Error', brandPalette(COLORS.danger)),
      colorPrimaryBg: palette.primarySoft,
      colorTextBase: COLORS.ink,
      colorText: COLORS.ink,
      colorTextSecondary: COLORS.inkSoft,
      colorTextTertiary: COLORS.inkSoft,
      colorTextDescription: COLORS.inkSoft,
      colorTextPlaceholder: COLORS.inkFaint,
      colorBgLayout: COLORS.paper,
      colorBgContainer: COLORS.surface,
      colorBorder: '#d9d0c3',
      colorBorderSecondary: COLORS.line,
      colorSplit: COLORS.line,
      fontFamily: FONT_FAMILY,
      fontSize: FONT_SIZES.body,
      fontSizeHeading3: FONT_SIZES.title,
      borderRadius: RADII.small,
      borderRadiusLG: RADII.medium,
      controlHeight: 36,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Form: { verticalLabelPadding: '0 0 6px' },
      Layout: { siderBg: COLORS.surface, headerBg: COLORS.surface, bodyBg: COLORS.paper },
      Menu: {
        itemSelectedBg: palette.primarySoft,
        itemSelectedColor: palette.primaryDeep,
        itemHeight: 44,
        itemBorderRadius: RADII.small,
        activeBarBorderWidth: 0,
      },
      Table: {
        cellPaddingBlock: 13,
        headerBg: COLORS.surface,
        headerColor: COLORS.inkSoft,
        headerSplitColor: 'transparent',
        rowHoverBg: COLORS.paper,
      },
      Card: { headerFontSize: FONT_SIZES.lead },
      Tooltip: { colorBgSpotlight: COLORS.ink },
    },
  };
}

/** Washes mixed from the house's colours; the ones antd derives turn grey for colours as deep as ours. */
function soft(kind: 'Info' | 'Success' | 'Warning' | 'Error', palette: BrandPalette) {
  return { [`color${kind}Bg`]: palette.primarySoft, [`color${kind}Border`]: palette.primaryLine };
}
