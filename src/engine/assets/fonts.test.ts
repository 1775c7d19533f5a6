import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { CARD_FONTS } from '../../images/card-look.ts';
import { openTypeface } from '../../images/typeface.ts';
import { CHARACTERS, FONT_STACKS } from '../../theme/fonts.ts';
import { ASSETS_FOLDER } from './asset-cache.ts';
import { sfntOf } from './font-format.ts';
import { LEGAL_NAMES, readFontNames } from './font-names.ts';
import { cardFonts, fontAssets } from './fonts.ts';
import { packageFile } from './installed-package.ts';

const CACHE = mkdtempSync(join(tmpdir(), 'quotidien-fonts-'));
after(() => rmSync(CACHE, { recursive: true }));

describe('the letters of pages', () => {
  const faces = FONT_STACKS.map(({ face }) => face);
  const fontsOf = async () => {
    const assets = await fontAssets(faces, join(CACHE, 'pages'));
    return Promise.all(
      faces.map(async (face, index) => {
        const whole = await sfntOf(readFileSync(packageFile(face.package, face.file)));
        const cut = await sfntOf(assets[index]!.bytes);
        return { face, cut, names: readFontNames(cut), wholeNames: readFontNames(whole) };
      }),
    );
  };

  it('keep inside whose they are, and their licence', async () => {
    for (const { names, wholeNames } of await fontsOf()) {
      const textOf = (id: number) => names.find(name => name.id === id)?.text;
      assert.match(textOf(0)!, /©.*Adobe/);
      assert.match(textOf(13)!, /SIL Open Font License, Version 1\.1/);
      assert.match(textOf(14)!, /OFL/);
      const legal = wholeNames.filter(({ id }) => LEGAL_NAMES.includes(id));
      for (const { id, text } of legal) assert.equal(textOf(id), text);
    }
  });

  it('are called as style sheets ask for them, and nowhere by a name that their makers reserve', async () => {
    for (const { face, names, wholeNames } of await fontsOf()) {
      const copyright = wholeNames.find(({ id }) => id === 0)!.text;
      const reserved =
        /Reserved Font Names? (.*)/.exec(copyright)?.[1]?.match(/[\p{L}\d][\p{L}\d -]*/gu) ?? [];
      assert.deepEqual(reserved, ['Source']);
      for (const id of [1, 4]) assert.equal(names.find(name => name.id === id)!.text, face.family);
      const wrong = names.filter(
        ({ id, text }) =>
          !LEGAL_NAMES.includes(id) && reserved.some(word => text.toLowerCase().includes(word.toLowerCase())),
      );
      assert.deepEqual(wrong, []);
    }
  });

  it('are whole files, with the letters of French and with their weights', async () => {
    for (const { face, cut, names } of await fontsOf()) {
      const { covers } = await openTypeface([cut]);
      const lacking = [...CHARACTERS].filter(character => !covers(character));
      assert.deepEqual(lacking, []);
      // Names of weights belong to the letters, as styles do.
      if (typeof face.weight !== 'number') assert.ok(names.some(({ text }) => text === 'Bold'));
      let sum = 0;
      for (let at = 0; at < cut.length; at += 4) sum = (sum + cut.readUInt32BE(at)) >>> 0;
      assert.equal(sum, 0xb1b0afba);
    }
  });
});

describe('the letters of social cards', () => {
  it('are those of the pages in headlines', () => {
    const ofPages = FONT_STACKS.find(({ property }) => property === '--serif')!.face;
    assert.equal(CARD_FONTS.serif.package, ofPages.package);
    assert.equal(CARD_FONTS.serif.files[0], ofPages.file);
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
      const lacking = [...CHARACTERS].filter(character => !covers(character));
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
