import fc from 'fast-check';
import { CATEGORY_LEVELS_MAX } from '@regulars/shared';
import { fitsUnder, lineOf, subtreeOf, type TreeNode } from './category-tree.js';

type Move = readonly [child: number, parent: number];

/** Whatever was asked for, as far as it fitted. */
function grow(moves: readonly Move[], size: number): TreeNode[] {
  let nodes: TreeNode[] = Array.from({ length: size }, (_, id) => ({ id, parentId: null }));
  for (const [child, parent] of moves) {
    if (fitsUnder(nodes, child, parent)) {
      nodes = nodes.map((node) => (node.id === child ? { ...node, parentId: parent } : node));
    }
  }
  return nodes;
}

const SIZE = 8;
const moves = fc.array(fc.tuple(fc.nat({ max: SIZE - 1 }), fc.nat({ max: SIZE - 1 })), { maxLength: 30 });

describe('a tree of categories', () => {
  it('never gets deeper than allowed nor runs in a circle, however it is rearranged', () => {
    fc.assert(
      fc.property(moves, (wished) => {
        const nodes = grow(wished, SIZE);
        for (const { id } of nodes) {
          const line = lineOf(nodes, id);
          expect(line.length).toBeLessThanOrEqual(CATEGORY_LEVELS_MAX);
          expect(nodes.find((node) => node.id === line.at(-1))?.parentId).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has each category below exactly those above it', () => {
    fc.assert(
      fc.property(moves, (wished) => {
        const nodes = grow(wished, SIZE);
        for (const { id } of nodes) {
          const below = nodes.filter((node) => lineOf(nodes, node.id).includes(id)).map((node) => node.id);
          expect(subtreeOf(nodes, id)).toEqual(below);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('takes a new category only where it is not too deep', () => {
    const nodes = [
      { id: 1, parentId: null },
      { id: 2, parentId: 1 },
      { id: 3, parentId: 2 },
    ];
    expect(fitsUnder(nodes, undefined, null)).toBe(true);
    expect(fitsUnder(nodes, undefined, 2)).toBe(true);
    expect(fitsUnder(nodes, undefined, 3)).toBe(false);
    expect(fitsUnder(nodes, 1, 3)).toBe(false);
    expect(fitsUnder(nodes, 1, 1)).toBe(false);
  });
});
