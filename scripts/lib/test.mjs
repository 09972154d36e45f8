import { installDependencies } from './install.mjs';
import { dim, Failure, green, red, say } from './terminal.mjs';
import { KINDS } from './test/kinds.mjs';
import { single, sum } from './test/outcome.mjs';
import { Workshop } from './test/workshop.mjs';

/** As many kinds as run side by side. */
const LANES = 2;

/** `npm test [-- kinds…] [arguments for their runner…]` */
export async function run(args, lifetime) {
  const { names, extra } = parse(args);
  let verdict = 'The tests were stopped.';
  // Registered first, so said last.
  lifetime.atEnd(() => say.line(verdict));
  const total = await runAll(names, new Workshop(lifetime, extra));
  if (total.skipped > 0) {
    say.note(`${total.skipped} skipped`);
  }
  verdict = `${total.passed} passed, ${total.failed} failed`;
  return total.failed === 0 ? 0 : 1;
}

async function runAll(names, workshop) {
  try {
    await installDependencies();
    return await runKinds(names, workshop);
  } catch (error) {
    if (workshop.lifetime.isOver) {
      throw error;
    }
    say.failure(error);
    return single(false, '');
  }
}

function parse(given) {
  const args = given[0] === '--' ? given.slice(1) : given;
  const firstOther = args.findIndex((arg) => arg.startsWith('-'));
  const names = firstOther < 0 ? args : args.slice(0, firstOther);
  const unknown = names.find((name) => !KINDS[name]);
  if (unknown) {
    throw new Failure(
      `There is no kind of test called ${unknown}. There are: ${Object.keys(KINDS).join(', ')}.`,
    );
  }
  return {
    names: names.length > 0 ? names : Object.keys(KINDS),
    extra: firstOther < 0 ? [] : args.slice(firstOther),
  };
}

async function runKinds(names, workshop) {
  const outcomes = [];
  const queue = names.filter((name) => !KINDS[name].alone);
  const lane = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      outcomes.push(await runKind(name, workshop));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  for (const name of names.filter((one) => KINDS[one].alone)) {
    outcomes.push(await runKind(name, workshop));
  }
  return sum(outcomes);
}

async function runKind(name, workshop) {
  const startedAt = Date.now();
  const outcome = await KINDS[name].run(workshop).catch((error) => {
    if (workshop.lifetime.isOver) {
      throw error;
    }
    return single(false, error instanceof Failure ? error.message : error.stack);
  });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const failed = outcome.failed > 0 ? red(`, ${outcome.failed} failed`) : '';
  say.line(
    `${outcome.failed > 0 ? red('✗') : green('✓')} ${name}: ${outcome.passed} passed${failed} ${dim(`${seconds} s`)}`,
  );
  for (const failure of outcome.failures) {
    say.line(`  ${red('✗')} ${failure.trimEnd().replaceAll('\n', '\n    ')}`);
  }
  return outcome;
}
