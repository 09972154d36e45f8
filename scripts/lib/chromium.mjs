import { existsSync } from 'node:fs';
import { aptInstall, findProgram } from './packages.mjs';
import { execute } from './processes.mjs';

const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const BY_HAND =
  'The browser tests need Chromium and a Chinese font. Please install them ' +
  '(Debian, Ubuntu: apt-get install chromium fonts-wqy-microhei), or name a browser in CHROMIUM.';

/** The browser for tests and pictures, brought when it is missing, and a font that has hanzi. */
export async function bringChromium() {
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    // Without one every hanzi is an empty box.
    ...((await hasChineseFont()) ? [] : ['fonts-wqy-microhei']),
  ];
  if (missing.length > 0) {
    await aptInstall(missing, { otherwise: BY_HAND });
  }
  return findChromium();
}

function findChromium() {
  const named = process.env.CHROMIUM;
  return (
    named ??
    findProgram('chromium', 'chromium-browser', 'google-chrome') ??
    (existsSync(MAC_CHROME) ? MAC_CHROME : undefined)
  );
}

async function hasChineseFont() {
  if (process.platform === 'darwin') {
    return true;
  }
  const fcList = findProgram('fc-list');
  if (!fcList) {
    return false;
  }
  const { output } = await execute(fcList, [':lang=zh', 'family'], { allowFailure: true });
  return output.trim() !== '';
}
