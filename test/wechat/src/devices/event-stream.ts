import type { FastifyReply } from 'fastify';

const HEARTBEAT_MS = 20_000;
/** Changes that come together are told together. */
const GATHER_MS = 40;

/** Server-sent events: the whole state at first and again whenever it has changed. */
export function streamEvents(
  reply: FastifyReply,
  view: () => object,
  watch: (listener: () => void) => () => void,
): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
  });
  let told = '';
  let gathering: NodeJS.Timeout | undefined;
  const tell = (): void => {
    gathering = undefined;
    const state = JSON.stringify(view());
    if (state !== told) {
      told = state;
      raw.write(`event: state\ndata: ${state}\n\n`);
    }
  };
  const stop = watch(() => (gathering ??= setTimeout(tell, GATHER_MS)));
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  raw.once('close', () => {
    stop();
    clearInterval(heartbeat);
    clearTimeout(gathering);
  });
  tell();
  return reply;
}
