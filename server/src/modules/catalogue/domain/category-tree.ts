import { CATEGORY_LEVELS_MAX } from '@regulars/shared';

export interface TreeNode {
  readonly id: number;
  readonly parentId: number | null;
}

/** From the category up to its root, itself first. */
export function lineOf(nodes: readonly TreeNode[], id: number): number[] {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const line: number[] = [];
  for (let at: number | null | undefined = id; typeof at === 'number' && !line.includes(at);) {
    line.push(at);
    at = parents.get(at);
  }
  return line;
}

/** The category and all that stands below it. */
export function subtreeOf(nodes: readonly TreeNode[], id: number): number[] {
  return nodes.filter((node) => lineOf(nodes, node.id).includes(id)).map((node) => node.id);
}

/** Whether `id` with all its descendants fits under `parentId`; a new category has no id yet and no descendants. */
export function fitsUnder(
  nodes: readonly TreeNode[],
  id: number | undefined,
  parentId: number | null,
): boolean {
  const above = parentId === null ? [] : lineOf(nodes, parentId);
  if (id === undefined) {
    return above.length + 1 <= CATEGORY_LEVELS_MAX;
  }
  const depth = lineOf(nodes, id).length;
  const height = Math.max(...subtreeOf(nodes, id).map((one) => lineOf(nodes, one).length - depth + 1));
  return !above.includes(id) && above.length + height <= CATEGORY_LEVELS_MAX;
}
