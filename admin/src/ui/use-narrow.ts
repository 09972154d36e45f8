import { Grid } from 'antd';

/** Whether the window is narrower than a breakpoint: `md` 768 px turns tables into cards, `lg` 992 px folds the menu. */
export function useNarrow(below: 'md' | 'lg' = 'md'): boolean {
  return Grid.useBreakpoint()[below] === false;
}
