// Opens an empty house: one loyalty program, one brand, and the owner who signs in to the console.
// Everything after that (stores, staff, products, rewards, codes) is done there.
//
//   node --env-file=.env docs/deploy/first-brand.mjs docs/deploy/first-brand.json
//
// Needs the built server and an up-to-date database. Running it twice is refused by the owner's e-mail.

import { readFileSync } from 'node:fs';
import { AppModule } from '../../server/dist/app.module.js';
import { DefineProgram } from '../../server/dist/modules/loyalty/index.js';
import { CreateAdmin, OpenBrand } from '../../server/dist/modules/org/index.js';
import { Config } from '../../server/dist/platform/config/index.js';
import { UnitOfWork, isDuplicateKey } from '../../server/dist/platform/database/index.js';
import { createHttpApp } from '../../server/dist/platform/http/http-app.js';
import { toPublicId } from '../../server/dist/platform/ids/index.js';

const PASSWORD_LENGTH_MIN = 12;

const [file] = process.argv.slice(2);
const { OWNER_PASSWORD = '' } = process.env;
if (!file || OWNER_PASSWORD.length < PASSWORD_LENGTH_MIN) {
  console.error(
    `Usage: OWNER_PASSWORD=(at least ${PASSWORD_LENGTH_MIN} characters) node docs/deploy/first-brand.mjs FILE`,
  );
  process.exit(1);
}
const { program, brand, owner } = JSON.parse(readFileSync(file, 'utf8'));

const config = Config.from({ ...process.env, LOG_LEVEL: 'error' });
const app = await createHttpApp(AppModule.with(config), config);
await app.init();

try {
  const opened = await app.get(UnitOfWork).run(open);
  console.log(`Brand ${brand.name}: ${opened.brandId}`);
  console.log(`Owner ${owner.email}: put this secret into an authenticator app, it is shown only now.`);
  console.log(`  ${opened.oneTimeSecret}`);
  console.log(`  ${opened.oneTimeUri}`);
} catch (error) {
  console.error(isDuplicateKey(error) ? `${owner.email} is an admin already; nothing was changed.` : error);
  process.exitCode = 1;
} finally {
  await app.close();
}

async function open(tx) {
  // First, so that a second run stops here.
  const admin = await app.get(CreateAdmin).execute(tx, {
    ...owner,
    role: 'owner',
    password: OWNER_PASSWORD,
    brands: 'every',
  });
  const { id: programId } = await app.get(OpenBrand).program(tx, program.name);
  await app.get(DefineProgram).execute(tx, { programId, ...program });
  const { id } = await app.get(OpenBrand).execute(tx, { ...brand, programId });
  return { ...admin, brandId: toPublicId('brand', id) };
}
