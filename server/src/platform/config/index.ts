export { Config, ConfigError } from './config.js';
export { exampleEnvironment } from './example.js';
