import { Block } from '../domain/block.js';
import { withNumbers, type BitSlices } from '../domain/bit-slices.js';
import { isNumber, textOf, type SetName } from './set-names.js';

/** One block of a set as it was read: what is folded, and what is not yet. */
export interface BlockState {
  readonly slices: BitSlices;
  readonly unfolded: ReadonlyMap<number, number | null>;
}

const NOBODY: BitSlices = [Block.EMPTY];

/** Sets as of one instant. */
export class Snapshot {
  private readonly combined = new Map<BlockState, BitSlices>();

  constructor(
    readonly asOf: Date,
    private readonly ids: ReadonlyMap<string, number>,
    private readonly states: ReadonlyMap<number, ReadonlyMap<number, BlockState>>,
  ) {}

  /** The blocks in which this set has, or had, anybody; in order. */
  blocksOf(name: SetName): number[] {
    const id = this.ids.get(textOf(name));
    return id === undefined ? [] : [...(this.states.get(id)?.keys() ?? [])].sort((a, b) => a - b);
  }

  members(name: SetName, block: number): Block {
    return this.slices(name, block)[0] ?? Block.EMPTY;
  }

  /** The numbers of a block; slice 0 is who has one. */
  slices(name: SetName, block: number): BitSlices {
    const id = this.ids.get(textOf(name));
    const state = id === undefined ? undefined : this.states.get(id)?.get(block);
    return state === undefined ? NOBODY : this.combine(state, name.kind);
  }

  private combine(state: BlockState, kind: string): BitSlices {
    if (state.unfolded.size === 0) {
      return state.slices;
    }
    let combined = this.combined.get(state);
    if (!combined) {
      combined = applied(state, kind);
      this.combined.set(state, combined);
    }
    return combined;
  }
}

/** What is folded, with what is not. */
export function applied({ slices, unfolded }: BlockState, kind: string): BitSlices {
  if (isNumber(kind)) {
    return withNumbers(slices, unfolded);
  }
  const [added, removed]: [number[], number[]] = [[], []];
  for (const [offset, value] of unfolded) {
    (value === null ? removed : added).push(offset);
  }
  return [(slices[0] ?? Block.EMPTY).changed(added, removed)];
}
