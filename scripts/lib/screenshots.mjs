import { build } from './builds.mjs';
import { installDependencies } from './install.mjs';
import { at } from './paths.mjs';
import { execute } from './processes.mjs';
import { Workshop } from './test/workshop.mjs';

/** `npm run screenshots`: the pictures of the documentation, taken from a running product. */
export async function run(args, lifetime) {
  await installDependencies();
  const workshop = new Workshop(lifetime, args);
  const [chromium, env] = [await workshop.chromium(), await workshop.product({})];
  await build('browser');
  await execute(process.execPath, [at('test/browser/dist/screenshots.js'), at('docs/images'), ...args], {
    cwd: at(),
    env: { ...env, CHROMIUM: chromium },
    show: true,
  });
  return 0;
}
