import { Program } from './process.js';
import type { Asked, Drive, LoadOrder, LoadResult } from './load/messages.js';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** The load generator as seen from here. */
export class LoadGenerator {
  constructor(private readonly program: Program) {}

  async ask(order: Without<Extract<LoadOrder, { kind: 'ask' }>, 'kind'>): Promise<Asked> {
    const result = await this.send({ kind: 'ask', ...order });
    return result.kind === 'asked' ? result.asked : unexpected(result);
  }

  async drive(order: Without<Extract<LoadOrder, { kind: 'drive' }>, 'kind'>): Promise<Drive> {
    const result = await this.send({ kind: 'drive', ...order });
    return result.kind === 'driven' ? result.drive : unexpected(result);
  }

  private send(order: LoadOrder): Promise<LoadResult> {
    const { child } = this.program;
    return new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('The load generator is gone'));
      child.once('exit', gone);
      child.once('message', (result) => {
        child.off('exit', gone);
        resolve(result as LoadResult);
      });
      child.send(order);
    });
  }
}

function unexpected(result: LoadResult): never {
  throw new Error(result.kind === 'failed' ? result.error : `The load generator answered ${result.kind}`);
}
