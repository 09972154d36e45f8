import { writeFileSync } from 'node:fs';
import { pictures } from './pictures.js';

/** Writes the product's own mark where it is wanted: node scripts/dist/art/export-logo.js FILE… */
for (const file of process.argv.slice(2)) {
  writeFileSync(file, `${pictures.regulars().svg}\n`);
}
