import WechatPayNode from 'wechatpay-node-v3';
import { exchange, type HttpAnswer } from '../http/exchange.js';
import { originOf } from '../http/host.js';

const PACKAGE_HOST = 'https://api.mch.weixin.qq.com';

type PackageTransport = Parameters<WechatPayNode['createHttp']>[0];
type PackageOutput = Awaited<ReturnType<PackageTransport['get']>>;

export interface PayTransportOptions {
  readonly baseUrl: string;
  readonly timeoutMs: number;
  /** The number of the WeChat Pay public key: asks for answers signed with it. */
  readonly publicKeyId?: string;
}

/**
 * The transport under `wechatpay-node-v3`: sends what the package built to the configured host, bytes unchanged
 * (a signature covers path and body, not the host), and hands the raw answer through the package untouched.
 */
export class PayTransport implements PackageTransport {
  private readonly origin: string;

  constructor(private readonly options: PayTransportOptions) {
    this.origin = originOf(options.baseUrl);
  }

  get(url: string, headers: Record<string, string>): Promise<PackageOutput> {
    return this.send('GET', url, headers);
  }

  post(
    url: string,
    params: Record<string, unknown>,
    headers: Record<string, string>,
  ): Promise<PackageOutput> {
    return this.send('POST', url, headers, JSON.stringify(params));
  }

  upload(): Promise<PackageOutput> {
    return Promise.reject(new Error('Nothing is uploaded to WeChat Pay'));
  }

  private async send(
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<PackageOutput> {
    const { timeoutMs, publicKeyId } = this.options;
    const answer = await exchange({
      method,
      url: url.replace(PACKAGE_HOST, this.origin),
      headers: publicKeyId ? { ...headers, 'Wechatpay-Serial': publicKeyId } : headers,
      body,
      timeoutMs,
    });
    return { status: answer.status, data: answer };
  }
}

/** What {@link PayTransport} passed through the package. */
export function answerIn(output: PackageOutput): HttpAnswer {
  return output.data as HttpAnswer;
}
