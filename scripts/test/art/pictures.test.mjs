import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pictureFile, pictures } from '../../dist/art/pictures.js';
import { renderPictures } from '../../dist/art/render.js';
import { at } from '../../lib/paths.mjs';

const NAMES = Object.keys(pictures);

describe('the pictures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-art-'));
  after(() => rmSync(folder, { recursive: true }));

  it('are each their own', () => {
    assert.equal(new Set(NAMES.map((name) => pictures[name]().svg)).size, NAMES.length);
  });

  it('are the same each time they are drawn', () => {
    assert.deepEqual(
      NAMES.map((name) => pictures[name]().svg),
      NAMES.map((name) => pictures[name]().svg),
    );
  });

  it('bring every gradient and outline they mention, and need no font', () => {
    for (const name of NAMES) {
      const { svg } = pictures[name]();
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) {
        assert.ok(svg.includes(`id="${id}"`), `${name} mentions ${id}`);
      }
      assert.ok(!svg.includes('<text') && !/NaN|undefined|Infinity/.test(svg), name);
    }
  });

  it('become files once, and again only when one is missing', () => {
    assert.deepEqual(renderPictures(folder), { drawn: NAMES.length, kept: 0 });
    for (const name of NAMES) {
      const png = readFileSync(join(folder, pictureFile(name)));
      const { width, height } = pictures[name]();
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [width, height], name);
    }
    unlinkSync(join(folder, pictureFile('coffee-latte')));
    assert.deepEqual(renderPictures(folder), { drawn: 1, kept: NAMES.length - 1 });
    assert.ok(existsSync(join(folder, pictureFile('coffee-latte'))));
  });

  it('keep the mark that is shown elsewhere as it is drawn here', () => {
    for (const file of ['docs/images/logo.svg', 'admin/public/logo.svg']) {
      assert.equal(readFileSync(at(file), 'utf8').trim(), pictures.regulars().svg, file);
    }
  });
});
