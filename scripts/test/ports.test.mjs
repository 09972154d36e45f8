import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { anyPort, choosePort } from '../lib/ports.mjs';

describe('choosing a port', () => {
  let server;
  let taken;

  beforeEach(async () => {
    server = createServer();
    taken = await anyPort();
    await new Promise((resolve) => server.listen(taken, '127.0.0.1', resolve));
    delete process.env.PORT_SAMPLE;
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('takes the next one when nobody asked for this one', async () => {
    assert.ok((await choosePort('PORT_SAMPLE', taken)) > taken);
  });

  it('does not promise one port twice', async () => {
    const promised = new Set();
    const [first, second] = [
      await choosePort('PORT_A', taken, promised),
      await choosePort('PORT_B', taken, promised),
    ];
    assert.notEqual(first, second);
  });

  it('says which port is taken and how to change it when it was asked for', async () => {
    process.env.PORT_SAMPLE = String(taken);
    await assert.rejects(choosePort('PORT_SAMPLE', 1), new RegExp(`Port ${taken} is taken.*PORT_SAMPLE`));
  });
});
