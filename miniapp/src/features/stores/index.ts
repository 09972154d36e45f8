export { chooseStore } from './chosen-store';
export { StorePicker } from './StorePicker';
export { StoreSummary } from './StoreSummary';
export { usePosition } from './use-position';
export { useStore, useStores } from './use-stores';
