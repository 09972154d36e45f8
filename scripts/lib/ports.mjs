import { connect, createServer } from 'node:net';
import { Failure } from './terminal.mjs';

/** A port that nobody uses, chosen by the system. */
export async function anyPort() {
  const server = await listen(0, '127.0.0.1');
  const { port } = server.address();
  await close(server);
  return port;
}

/**
 * The port a variable names, or the next free one from its default when it names none.
 * @param taken ports already promised to other services of this run
 */
export async function choosePort(variable, fallback, taken = new Set()) {
  const wanted = process.env[variable];
  if (wanted) {
    if (!(await isFree(Number(wanted)))) {
      throw new Failure(
        `Port ${wanted} is taken by another program. Free it, or set ${variable} to another port.`,
      );
    }
    taken.add(Number(wanted));
    return Number(wanted);
  }
  for (let port = fallback; port < fallback + 200; port += 1) {
    if (!taken.has(port) && (await isFree(port))) {
      taken.add(port);
      return port;
    }
  }
  throw new Failure(`No port from ${fallback} to ${fallback + 199} is free. Set ${variable} to a free one.`);
}

async function isFree(port) {
  try {
    await close(await listen(port));
    return !(await answers(port));
  } catch {
    return false;
  }
}

// Some systems let two programs listen on one port at different addresses.
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
      .once('connect', () => resolve(true))
      .once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });
}

function close(server) {
  return new Promise((resolve) => server.close(resolve));
}
