import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { FONT_LICENCE_URL } from '../../address/addresses.ts';
import { french } from '../../locale/french.ts';
import { FONT_STACKS } from '../../theme/fonts.ts';
import { ICONS, iconNames } from '../../theme/icons.ts';
import { THEME_DIR } from '../rendering/templates.ts';
import type { Asset } from './asset.ts';
import { type ThemeAssets, themeAssets } from './assets.ts';
import { packageFile } from './installed-package.ts';

const WORK = mkdtempSync(join(tmpdir(), 'quotidien-assets-'));
const CACHE = join(WORK, 'cache');
after(() => rmSync(WORK, { recursive: true }));

describe('the assets of the theme', () => {
  let assets: ThemeAssets;
  before(async () => {
    const made = await themeAssets(THEME_DIR, CACHE, '');
    assert.ok(made.ok);
    assets = made.value;
  });
  const textOf = (extension: string): string =>
    assets.files.find(({ url }) => url.endsWith(`.${extension}`))!.bytes.toString();
  const bytesOf = (counts: (asset: Asset) => boolean): number =>
    assets.files.filter(counts).reduce((sum, { bytes }) => sum + brotliCompressSync(bytes).length, 0);
  const compressed = (extension: string): number => bytesOf(({ url }) => url.endsWith(`.${extension}`));

  it('have a hash of their bytes in their addresses, and each address has its file', () => {
    // The licence of the fonts is no file that pages load.
    const urls = assets.files.map(({ url }) => url).filter(url => url !== FONT_LICENCE_URL);
    for (const url of urls) assert.match(url, /^\/assets\/[a-z]+\.[\w-]{12}\.(?:css|js|svg|woff2)$/);
    const { viewer, furniture, search, fonts, early, portalIcons, ...others } = assets.addresses;
    const pairs = [viewer, furniture, { ...search, early: [] }].flatMap(pair => Object.values(pair).flat());
    const named = [...Object.values(others), ...pairs, ...fonts];
    assert.deepEqual([...urls].sort(), named.sort());
  });

  it('keep to the budget of a page, compressed', () => {
    const { search, participation, article } = assets.addresses;
    const scripts = bytesOf(
      ({ url }) => url.endsWith('.js') && url !== search.script && url !== participation,
    );
    assert.ok(scripts <= 8000, `JavaScript: ${scripts} bytes`);
    assert.ok(scripts + bytesOf(({ url }) => url === participation) <= 10_000);
    // Comments and votes: what comes near a form, with all else that only articles have.
    const ofReaders = bytesOf(({ url }) => url === participation || url === article);
    assert.ok(ofReaders <= 4096, `JavaScript of comments and votes: ${ofReaders} bytes`);
    // It has a page of its own, and goes through whole texts there.
    const ofSearch = bytesOf(({ url }) => url === search.script);
    const early = brotliCompressSync(search.early).length;
    assert.ok(early <= 3000, `JavaScript in the page of the search: ${early} bytes`);
    assert.ok(ofSearch <= 8000, `JavaScript of the search: ${ofSearch} bytes`);
    // No page takes those of the home page, of articles and of sections together; those of the viewer come when a reader opens it.
    const { styles, homeStyles, articleStyles, readingStyles, furniture } = assets.addresses;
    for (const own of [[homeStyles], [articleStyles, furniture.styles], [readingStyles, furniture.styles]]) {
      const bytes = bytesOf(({ url }) => url === styles || own.includes(url));
      assert.ok(bytes <= 8000, `styles: ${bytes} bytes`);
    }
    assert.ok(compressed('woff2') <= 22_400, `fonts: ${compressed('woff2')} bytes`);
    assert.ok(compressed('svg') <= 5000, `icons: ${compressed('svg')} bytes`);
  });

  it('load the fonts that pages load ahead, and nothing from elsewhere', () => {
    const urls = [...textOf('css').matchAll(/url\(([^)]*)\)/g)].map(match => match[1]!.replaceAll('"', ''));
    assert.deepEqual(urls.sort(), [...assets.addresses.fonts].sort());
    assert.doesNotMatch(textOf('js'), /https?:/);
  });

  it('come with the licence of the fonts: whose each is, and every word of it', () => {
    const text = assets.files.find(({ url }) => url === FONT_LICENCE_URL)!.bytes.toString();
    const [serif] = FONT_STACKS.map(({ face }) => face);
    const end = text.indexOf('This Font Software is licensed under');
    assert.equal(
      text.slice(0, end),
      `\ufeff${serif!.family}, tirée de Source Serif 4\u00a0:\n` +
        '© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’.\n\n',
    );
    for (const { face } of FONT_STACKS) {
      const licence = readFileSync(packageFile(face.package, 'LICENSE'), 'utf8');
      assert.equal(text.slice(end), licence.slice(licence.indexOf('This Font Software is licensed under')));
    }
    assert.equal(text.match(/SIL OPEN FONT LICENSE Version 1\.1/g)?.length, 1);
  });

  it('are told in the colophon: each font, what it is cut from, and its licence', () => {
    for (const { face } of FONT_STACKS)
      for (const name of [face.family, face.original]) assert.ok(french.colophonBefore.includes(name), name);
    const footer = readFileSync(join(THEME_DIR, 'partials/footer.njk'), 'utf8');
    assert.match(
      footer,
      /colophonBefore \}\} <a href="\{\{ addresses\.fontLicence \}\}" rel="license">\{\{ words\.fontLicence \}\}<\/a>/,
    );
  });

  it('let a page name the scripts that stand in pages in its policy', () => {
    const { early, search } = assets.addresses;
    const within = [early, search.early];
    assert.deepEqual(
      assets.inlineHashes,
      within.map(script => hash('sha256', script, 'base64')),
    );
    for (const script of within) assert.doesNotMatch(script, /<\/script|<!--|\n/i);
  });

  it('hold every icon that a template asks for', () => {
    const symbols = [...textOf('svg').matchAll(/<symbol id="([\w-]+)"/g)].map(match => match[1]!);
    assert.deepEqual(symbols, iconNames);
    for (const file of globSync('**/*.njk', { cwd: THEME_DIR })) {
      const template = readFileSync(join(THEME_DIR, file), 'utf8');
      for (const [, name] of template.matchAll(/icons \}\}#([\w-]+)"/g))
        assert.ok(symbols.includes(name!), `${file} asks for #${name}`);
    }
  });

  it('draw icons as the package does, to a hundredth of a sixteenth of their size', () => {
    const numbers = (path: string): readonly number[] =>
      (path.match(/\d*\.\d+|\d+/g) ?? []).map(text => Number(text));
    for (const [, name = '', drawn] of textOf('svg').matchAll(/<symbol id="([\w-]+)"[^>]*>(.*)<\/symbol>/g)) {
      const drawing = readFileSync(packageFile('bootstrap-icons', `icons/${ICONS[name]}.svg`), 'utf8');
      const paths = (svg = '') => [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path]) => numbers(path!));
      const wanted = paths(drawing);
      const differences = paths(drawn).map((path, index) =>
        Math.max(...path.map((number, at) => Math.abs(number - wanted[index]![at]!))),
      );
      assert.deepEqual(
        paths(drawn).map(({ length }) => length),
        wanted.map(({ length }) => length),
        name,
      );
      assert.ok(Math.max(...differences) < 0.01, `${name}: ${differences}`);
    }
    assert.doesNotMatch(textOf('svg'), /\.\d{3}/);
  });

  it('are the same when they come from the cache', async () => {
    const again = await themeAssets(THEME_DIR, CACHE, '');
    assert.deepEqual(again.ok && again.value.addresses, assets.addresses);
  });
});

describe('a mistake of a site’s owner', () => {
  const theme = join(WORK, 'theme');
  const withFile = async (name: string, text: string) => {
    for (const part of ['styles', 'client'])
      cpSync(join(THEME_DIR, part), join(theme, part), { recursive: true });
    writeFileSync(join(theme, name), text);
    const made = await themeAssets(theme, CACHE, '');
    rmSync(theme, { recursive: true });
    const file = relative(process.cwd(), join(theme, name)).replaceAll('\\', '/');
    return made.ok ? [] : made.problems.map(problem => ({ ...problem, own: problem.file === file }));
  };

  it('in a style sheet is named with its file and line', async () => {
    const [problem, ...others] = await withFile('styles/mine.css', '/* Mine. */\na {\n  color red;\n}\n');
    assert.deepEqual(others, []);
    assert.ok(problem?.own);
    assert.equal(problem.line, 3);
    assert.match(problem.message, /^Cette feuille de style .*«\u00a0color red;\u00a0»/);
  });

  it('is named too when CSS would pass over it: a block that is never closed', async () => {
    const [problem, ...others] = await withFile(
      'styles/mine.css',
      'a {\n  color: red;\n\nb {\n  margin: 0;\n}\n',
    );
    assert.deepEqual(others, []);
    assert.ok(problem?.own);
    assert.equal(problem.line, 1);
    assert.match(problem.message, /n’est jamais fermé/);
  });

  it('in client code is named with its file and line', async () => {
    const [problem, ...others] = await withFile('client/main.ts', "import { a } from './none.ts';\na();\n");
    assert.deepEqual(others, []);
    assert.ok(problem?.own);
    assert.equal(problem.line, 1);
    assert.match(problem.message, /^Ce programme ne peut pas être assemblé/);
  });
});
