import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  readonly method: string;
  /** Path with query, as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HostAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** What the host does with a call; 'hang' never answers, 'drop' closes the connection. */
export type Behaviour = (call: ReceivedCall) => HostAnswer | 'hang' | 'drop';

/** A host on 127.0.0.1 that plays WeChat as a test tells it, and remembers what it was asked. */
export class Host {
  readonly calls: ReceivedCall[] = [];

  private constructor(
    private readonly server: Server,
    public behaviour: Behaviour,
  ) {}

  static async start(behaviour: Behaviour): Promise<Host> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const call = {
          method: request.method ?? '',
          url: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        };
        host.calls.push(call);
        const answer = host.behaviour(call);
        if (answer === 'drop') {
          request.socket.destroy();
        } else if (answer !== 'hang') {
          response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
        }
      });
    });
    const host = new Host(server, behaviour);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The calls since the last time, oldest first. */
  takeCalls(): ReceivedCall[] {
    return this.calls.splice(0);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
