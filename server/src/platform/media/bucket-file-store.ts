import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { FileStore } from './file-store.js';

export interface Bucket {
  /** The address of the bucket itself; keys are put behind it. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const TIMEOUT_MS = 15_000;

/** In a bucket of anything that speaks S3: COS, OSS, MinIO, S3. The bucket may stay private, since we hand out the files. */
export class BucketFileStore extends FileStore {
  private readonly client: AwsClient;

  constructor(private readonly bucket: Bucket) {
    super();
    const { region, accessKeyId, secretAccessKey } = bucket;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  }

  override async put(key: string, bytes: Buffer, contentType: string): Promise<void> {
    const body = new Uint8Array(bytes);
    await this.send(key, { method: 'PUT', body, headers: { 'content-type': contentType } });
  }

  override async open(key: string): Promise<Readable | undefined> {
    const { body } = await this.send(key, { method: 'GET' });
    return body ? Readable.fromWeb(body) : undefined;
  }

  override async remove(key: string): Promise<void> {
    await this.send(key, { method: 'DELETE' });
  }

  /** An answer without a body for what is not there. */
  private async send(key: string, init: RequestInit): Promise<Response> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await this.client.fetch(`${this.bucket.url}/${key}`, { ...init, signal });
    if (answer.status === 404 && init.method !== 'PUT') {
      return new Response(null, { status: 404 });
    }
    if (!answer.ok) {
      throw new Error(`The bucket answered ${answer.status} to ${init.method} ${key}`);
    }
    return answer;
  }
}
