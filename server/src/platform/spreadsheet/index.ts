export { readSpreadsheet, type Sheet } from './read-spreadsheet.js';
