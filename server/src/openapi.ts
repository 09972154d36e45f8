import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { AppModule } from './app.module.js';
import { Config, exampleEnvironment } from './platform/config/index.js';
import { createApiDocument } from './platform/http/api-document.js';
import { createHttpApp } from './platform/http/http-app.js';

/** Writes the contract and `.env.example`; connects to nothing. Usage: openapi.js OPENAPI_FILE ENV_EXAMPLE_FILE */
const [documentFile, exampleFile] = process.argv.slice(2);
if (!documentFile || !exampleFile) {
  throw new Error('Usage: openapi.js OPENAPI_FILE ENV_EXAMPLE_FILE');
}

const config = Config.withoutEnvironment({
  environment: 'test',
  logLevel: 'error',
  databaseUrl: 'mysql://nobody@127.0.0.1:1/none',
  dataKey: randomBytes(32),
  idKey: randomBytes(16),
  sessionKey: randomBytes(32),
});
const app = await createHttpApp(AppModule.with(config), config);
writeFileSync(documentFile, `${JSON.stringify(createApiDocument(app), null, 2)}\n`);
writeFileSync(exampleFile, exampleEnvironment());
process.exit(0);
