import { networkInterfaces } from 'node:os';
import { bold, dim, say } from './terminal.mjs';
import { oneTimeCode } from './totp.mjs';

/** What a newcomer needs to see: where to click first, who to be, and how to get it on a real phone. */
export async function introduce(product) {
  const { addresses, ports, facts } = product;
  const phoneOnNetwork = `http://${networkAddress() ?? '127.0.0.1'}:${ports.phone}`;
  say.line();
  say.line(bold('老主顾 Regulars is running.'));
  say.line();
  if (addresses.wechat) {
    row('Try it', addresses.wechat, 'a phone, and the customer’s WeChat beside it');
  }
  row('Phone', addresses.phone, 'the mini-program alone, as a web page');
  row('Console', addresses.console, 'for the brand');
  row('API', addresses.api, `described at ${addresses.docs}`);
  say.line();
  say.line(`Console log-in: ${bold(facts.admin.email)}, password ${bold(facts.admin.password)}`);
  say.line(
    `One-time code now: ${bold(oneTimeCode(facts.admin.totpSecret))} ` +
      dim(`(changes every 30 s; secret for an authenticator app: ${facts.admin.totpSecret})`),
  );
  say.line();
  say.line(`On a phone in the same network: ${phoneOnNetwork}`);
  if (process.stdout.isTTY) {
    say.line(await qr(phoneOnNetwork));
  }
  say.line(dim('Ctrl-C stops everything.'));
}

function row(title, address, text) {
  say.line(`  ${title.padEnd(9)}${bold(address)}  ${dim(text)}`);
}

async function qr(text) {
  // Among the dependencies that the run has just installed, so not to be had at its start.
  const { default: qrcode } = await import('qrcode');
  return qrcode.toString(text, { type: 'terminal', small: true });
}

function networkAddress() {
  return Object.values(networkInterfaces())
    .flat()
    .find((address) => address.family === 'IPv4' && !address.internal)?.address;
}
