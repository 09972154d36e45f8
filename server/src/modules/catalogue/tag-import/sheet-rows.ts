import type { Sheet } from '../../../platform/spreadsheet/index.js';

/** One row of a sheet of tags. */
export interface SheetRow {
  /** As the sheet counts, from 1; the first has the names of the columns. */
  readonly rowNo: number;
  readonly product: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** What is wrong with it as it stands, whatever the catalogue holds. */
  readonly error: string | null;
}

export interface TagSheet {
  readonly dimensions: readonly string[];
  readonly rows: readonly SheetRow[];
}

const PRODUCT_COLUMNS = ['商品编号', '商品名称'];
const BETWEEN_TAGS = /[,，、;；|]/;
const NAME_LENGTH_MAX = 20;
const TAGS_MAX = 10;
const PRODUCT_LENGTH_MAX = 100;

/** @returns undefined when there is no column that says which product a row is about, or none with tags */
export function tagSheetOf(sheet: Sheet): TagSheet | undefined {
  const [head = [], ...body] = sheet;
  const productAt = PRODUCT_COLUMNS.map((name) => head.indexOf(name)).filter((at) => at >= 0);
  const columns = head
    .map((name, at) => ({ name, at }))
    .filter(({ name }) => name !== '' && !PRODUCT_COLUMNS.includes(name));
  const names = columns.map(({ name }) => name);
  const isUsable =
    productAt.length > 0 &&
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((name) => [...name].length <= NAME_LENGTH_MAX);
  if (!isUsable) {
    return undefined;
  }
  const rows = body.flatMap((cells, index): SheetRow[] => {
    if (cells.every((cell) => cell === '')) {
      return [];
    }
    const product = productAt.map((at) => cells[at] ?? '').find((cell) => cell !== '') ?? '';
    const tags = Object.fromEntries(
      columns.map(({ name, at }) => [name, tagsIn(cells[at] ?? '')]).filter(([, found]) => found?.length),
    ) as Record<string, string[]>;
    return [
      {
        rowNo: index + 2,
        product: [...product].slice(0, PRODUCT_LENGTH_MAX).join(''),
        tags,
        error: faultOf(product, tags),
      },
    ];
  });
  return { dimensions: names, rows };
}

function tagsIn(cell: string): string[] {
  const tags = cell.split(BETWEEN_TAGS).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

function faultOf(product: string, tags: Readonly<Record<string, readonly string[]>>): string | null {
  if (product === '') {
    return '没有写商品编号或商品名称';
  }
  const all = Object.entries(tags);
  if (all.length === 0) {
    return '这一行没有写任何标签';
  }
  const long = all.flatMap(([, names]) => names).find((name) => [...name].length > NAME_LENGTH_MAX);
  if (long !== undefined) {
    return `标签最多 ${NAME_LENGTH_MAX} 个字：${[...long].slice(0, NAME_LENGTH_MAX).join('')}…`;
  }
  const many = all.find(([, names]) => names.length > TAGS_MAX);
  return many ? `「${many[0]}」一格里最多 ${TAGS_MAX} 个标签` : null;
}
