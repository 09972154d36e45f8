import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { pictureFile, type PictureName, pictures } from './pictures.js';

/** Raise when the way of rendering changes, so that unchanged drawings are rendered again. */
const RENDERER = 1;
const STAMPS = '.pictures.json';

export interface Rendered {
  drawn: number;
  kept: number;
}

/** Writes every picture as PNG into the folder; one whose drawing has not changed is left as it is. */
export function renderPictures(
  folder: string,
  onProgress: (done: number, total: number) => void = () => {},
): Rendered {
  mkdirSync(folder, { recursive: true });
  const before = readStamps(folder);
  const stamps: Record<string, string> = {};
  const result: Rendered = { drawn: 0, kept: 0 };
  const names = Object.keys(pictures) as PictureName[];
  names.forEach((name, index) => {
    const { svg, width } = pictures[name]();
    const file = pictureFile(name);
    const stamp = createHash('sha256').update(`${RENDERER}:${svg}`).digest('hex').slice(0, 24);
    if (before[file] === stamp && existsSync(join(folder, file))) {
      result.kept += 1;
    } else {
      replaceFile(join(folder, file), png(svg, width));
      result.drawn += 1;
    }
    stamps[file] = stamp;
    onProgress(index + 1, names.length);
  });
  if (result.drawn > 0) {
    replaceFile(join(folder, STAMPS), JSON.stringify(stamps, null, 1));
  }
  return result;
}

export function png(svg: string, width: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

/** A reader never sees half a file, even when the run is killed. */
function replaceFile(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

function readStamps(folder: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(folder, STAMPS), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
