import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { Config, ConfigError } from './platform/config/index.js';
import { serveApiDocument } from './platform/http/api-document.js';
import { createHttpApp } from './platform/http/http-app.js';

try {
  const config = Config.from(process.env);
  const app = await createHttpApp(AppModule.with(config), config);
  serveApiDocument(app);
  await app.listen(config.get('apiPort'), config.get('apiHost'));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
