import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { CARD_FONTS } from '../../images/card-look.ts';
import { openTypeface } from '../../images/typeface.ts';
import { CHARACTERS, FONT_STACKS } from '../../theme/fonts.ts';
import { ASSETS_FOLDER } from './asset-cache.ts';
import { cardFonts } from './fonts.ts';

const CACHE = mkdtempSync(join(tmpdir(), 'quotidien-fonts-'));
after(() => rmSync(CACHE, { recursive: true }));

describe('the letters of social cards', () => {
  it('are those of the pages', () => {
    const ofPages = FONT_STACKS.map(({ face }) => face.package);
    assert.deepEqual([CARD_FONTS.serif.package, CARD_FONTS.sans.package], ofPages);
    for (const { face } of FONT_STACKS)
      assert.ok(Object.values(CARD_FONTS).some(({ files }) => files[0] === face.file));
  });

  it('are made once, and come from the cache afterwards', async () => {
    const first = await cardFonts(CACHE);
    const files = readdirSync(join(CACHE, ASSETS_FOLDER));
    const written = files.map(file => statSync(join(CACHE, ASSETS_FOLDER, file)).mtimeMs);
    assert.equal(files.length, first.serif.length + first.sans.length);
    assert.deepEqual(await cardFonts(CACHE), first);
    assert.deepEqual(
      files.map(file => statSync(join(CACHE, ASSETS_FOLDER, file)).mtimeMs),
      written,
    );
  });

  it('have all that French needs', async () => {
    const { serif, sans } = await cardFonts(CACHE);
    for (const files of [serif, sans]) {
      const { covers } = await openTypeface(files);
      // « ℃ » is of the weather line.
      const lacking = [...CHARACTERS].filter(character => !covers(character) && !'№℃›'.includes(character));
      assert.deepEqual(lacking, []);
    }
  });

  it('are kerned, and spaced as in print', async () => {
    const { serif } = await cardFonts(CACHE);
    const { outline } = await openTypeface(serif);
    const width = (text: string): number => outline(text, 0).width;
    assert.ok(width('AV') < width('A') + width('V'));
    assert.ok(width('\u202f') < width('\u00a0'));
    assert.equal(width('\u00a0'), width(' '));
    assert.equal(outline('ab', 50).width, width('ab') + 100);
  });
});
