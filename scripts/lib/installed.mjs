import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What stands in for a look at every file: how many packages the store under `root` holds. Undefined when a package
 * in `folders` misses something it depends on: then the installation is half done, or was taken apart since.
 */
export function packagesInstalled(root, folders) {
  const whole = folders.every((folder) => hasItsDependencies(join(root, folder)));
  const store = join(root, 'node_modules/.pnpm');
  return whole && existsSync(store) ? readdirSync(store).length : undefined;
}

function hasItsDependencies(folder) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return Object.keys({ ...dependencies, ...devDependencies }).every((name) =>
    existsSync(join(folder, 'node_modules', name, 'package.json')),
  );
}
