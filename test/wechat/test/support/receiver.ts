import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { credentials } from './merchant.js';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A merchant's hook that keeps what it gets and answers as told. */
export class Receiver {
  readonly received: Received[] = [];
  status = 200;
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(this.status).end();
    });
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks`;
  }

  clear(): void {
    this.received.length = 0;
    this.status = 200;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function signatureFits({ headers, body }: Received): boolean {
  const header = (name: string): string => String(headers[`wechatpay-${name}`]);
  return Rsa.verify(
    Formatter.response(header('timestamp'), header('nonce'), body),
    header('signature'),
    Rsa.from(credentials.payPublicKey, 'public'),
  );
}

/** Opens a notice with the peer's cipher, which checks the authentication tag. */
export function openNotice({ body }: Received): Record<string, unknown> {
  const { resource } = JSON.parse(body) as {
    resource: { ciphertext: string; nonce: string; associated_data: string };
  };
  return JSON.parse(
    Aes.AesGcm.decrypt(resource.ciphertext, credentials.apiV3Key, resource.nonce, resource.associated_data),
  ) as Record<string, unknown>;
}
