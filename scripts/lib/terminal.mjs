/** A failure that is explained in full by its message: shown without a stack. */
export class Failure extends Error {}

const tty = process.stdout.isTTY === true;
const colour = (code) => (text) => (tty && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = colour(1);
export const dim = colour(2);
export const red = colour(31);
export const green = colour(32);

export const say = {
  line: (text = '') => console.log(text),
  note: (text) => console.log(dim(`  ${text}`)),
  warn: (text) => console.error(red(`! ${text}`)),
  failure: (error) =>
    console.error(red(error instanceof Failure ? error.message : (error?.stack ?? String(error)))),
};

/** Runs a piece of work under a title, and says how long it took when that was worth noticing. */
export async function step(title, work) {
  const startedAt = Date.now();
  const result = await work();
  const seconds = (Date.now() - startedAt) / 1000;
  say.line(`${green('✓')} ${title}${seconds >= 1 ? dim(` ${seconds.toFixed(1)} s`) : ''}`);
  return result;
}
