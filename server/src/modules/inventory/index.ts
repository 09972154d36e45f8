export { InventoryModule } from './inventory.module.js';
export { Inventory, type Adjustment, type StockLine } from './inventory.js';
export { StockLookup } from './stock-lookup.js';
