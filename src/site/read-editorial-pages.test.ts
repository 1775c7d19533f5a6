import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { workingTree } from '../content/working-tree.ts';
import { SITE_RULES } from '../pages/site-rules.ts';
import { compareProblems } from '../problem/problem.ts';
import { readEditorialPages as readPages } from './read-editorial-pages.ts';
import { readSite } from './read-site.ts';
import type { Site } from './site.ts';

function readEditorialPages(contentDir: string, ofSite: Site) {
  return readPages(workingTree(contentDir), ofSite, SITE_RULES.reserved);
}

const site: Site = {
  name: 'Le Quai',
  description: 'Les nouvelles du port.',
  baseUrl: 'https://lequai.example',
  typedFolder: '',
  authority: 'lequai.example,2026',
  timeZone: 'Europe/Paris',
  locale: 'fr',
  firstCrumb: null,
  editions: [],
  clock: null,
  furnitureArticles: 30,
  furnitureMode: 'client',
  socialCards: 30,
  newsCrops: 30,
  graceDays: 30,
  sectionLength: 24,
  sectionDepth: 100,
  homeSectionLength: 5,
  topicLength: 60,
  dossierLength: 100,
  feedLength: 30,
  picksLength: 6,
  flashHours: 24,
  weatherCities: [],
  weatherProvider: 'open-meteo',
  weatherContact: null,
  weatherHours: 12,
  mostReadHours: 48,
  mostReadWindow: 24,
  mostReadHalfLife: 6,
  mostReadService: null,
  logs: [],
  logFields: null,
  participation: null,
  commentDays: null,
  hub: null,
  indexNow: null,
  terms: null,
  ninjs: false,
  security: null,
  furniture: SITE_RULES.furniture,
  host: 'none',
  style: 'agence',
  stylePage: false,
  pageData: {},
  snapshotTurns: [],
  sections: [{ slug: 'port', name: 'Le port', description: null, layout: 'list', formerly: [] }],
  topics: [],
  dossiers: [],
  authors: [],
  mostRead: null,
  weather: null,
  polls: [],
  pollTotals: null,
  proof: null,
};

type Files = Readonly<Record<string, string | Uint8Array>>;

const scratch = mkdtempSync(path.join(tmpdir(), 'quotidien-pages-'));
after(() => rmSync(scratch, { recursive: true }));
let count = 0;

/** A content folder whose `pages` holds these files. */
function contentFolder(files: Files): string {
  count += 1;
  const folder = path.join(scratch, String(count));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, 'pages', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A page's file; `fields` are lines of front matter that replace or follow the usual ones. */
function page(fields: Readonly<Record<string, string>> = {}, body = 'Le texte.\n'): string {
  const lines = Object.entries({ title: 'Contact', description: 'Nous écrire.', ...fields })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`);
  return `---\n${lines.join('')}---\n${body}`;
}

test('pages come by their order, then by address', () => {
  const { pages, problems } = readEditorialPages(
    contentFolder({
      'zone.md': page(),
      'b.md': page({ order: '2' }),
      'contact.md': page({ order: '1' }),
      'a.md': page({ order: '2' }),
      'atelier.md': page(),
    }),
    site,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    pages.map(({ slug }) => slug),
    ['contact', 'a', 'b', 'atelier', 'zone'],
  );
});

test('a page is its address, its texts in French typography and its Markdown as written', () => {
  const { pages, problems } = readEditorialPages(
    contentFolder({ 'contact.md': page({ title: "L'équipe", order: '3' }, "\nC'est *ici*.\r\n") }),
    site,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    pages.map(({ body, ...fields }) => ({ ...fields, body: body.trim() })),
    [
      {
        file: 'pages/contact.md',
        slug: 'contact',
        title: 'L’équipe',
        description: 'Nous écrire.',
        order: 3,
        formerly: [],
        body: "C'est *ici*.",
        media: [],
        links: [],
      },
    ],
  );
});

test('a site without a folder of pages has none', () => {
  assert.deepEqual(readEditorialPages(path.join(scratch, 'nowhere'), site), {
    pages: [],
    files: [],
    problems: [],
  });
});

test('files that are not Markdown, and hidden ones, are left alone', () => {
  const { pages, problems } = readEditorialPages(
    contentFolder({ 'contact.md': page(), 'plan.svg': '<svg/>', '.brouillon.md': 'x', '.git/x.md': 'x' }),
    site,
  );
  assert.deepEqual(problems, []);
  assert.equal(pages.length, 1);
});

interface Bad {
  readonly name?: string;
  readonly content?: string | Uint8Array;
  /** Its place and rule. */
  readonly at: string;
  /** Part of the message. */
  readonly says: string;
}

const bad: readonly Bad[] = [
  { name: 'port.md', at: '1 address-taken', says: 'rubrique « Le port »' },
  ...[...SITE_RULES.reserved].map(slug => ({
    name: `${slug}.md`,
    at: '1 reserved-address',
    says: `« /${slug}/ »`,
  })),
  { name: 'À propos.md', at: '1 bad-slug', says: '« a-propos.md »' },
  { name: 'Lisez-Moi.md', at: '1 bad-slug', says: '« lisez-moi.md »' },
  { name: 'aux.md', at: '1 bad-slug', says: 'Windows' },
  { name: 'contact.MD', at: '1 page-ending', says: '« .md »' },
  { name: 'contact.markdown', at: '1 page-ending', says: '« .md »' },
  { name: 'aide/contact.md', at: '1 page-folder', says: '« pages »' },
  { content: '', at: '1 empty-file', says: 'vide' },
  { content: 'Le texte.\n', at: '1 missing-front-matter', says: '« --- »' },
  { content: '---\ntitle: Contact\n', at: '1 unclosed-front-matter', says: '« --- »' },
  { content: '---js\nmodule.exports = {}\n---\nTexte\n', at: '1 front-matter-language', says: 'YAML' },
  { content: page({}, ''), at: '5 empty-body', says: 'pas de texte' },
  { content: page({}, '\n \n'), at: '5 empty-body', says: 'pas de texte' },
  { content: page({ title: '' }), at: ' missing-field', says: '« title »' },
  { content: page({ description: '' }), at: ' missing-field', says: '« description »' },
  { content: page({ title: '"  "' }), at: '2 empty-field', says: '« title »' },
  { content: page({ title: '2014' }), at: '2 wrong-type', says: 'guillemets' },
  { content: page({ title: 'a'.repeat(121) }), at: '2 too-long', says: '120' },
  { content: page({ order: 'premier' }), at: '4 wrong-type', says: '« order »' },
  { content: page({ order: '1.5' }), at: '4 wrong-type', says: '« order »' },
  { content: page({ order: '-1' }), at: '4 too-small', says: '0' },
  { content: page({ date: '2014-05-20' }), at: '4 unknown-field', says: '« date »' },
  { content: page({ titel: 'Contact' }), at: '4 unknown-field', says: 'title' },
  { content: page({ title: 'Contact: nous' }), at: '2 yaml-colon', says: 'guillemets' },
  { content: page({ title: '!!js/regexp x' }), at: '2 yaml-tag', says: 'texte' },
  { content: page({}, '# Contact\n\nTexte.\n'), at: '5 heading-level', says: 'niveau 2' },
  { content: page({}, 'Du <b>gras</b>.\n'), at: '5 html-in-body', says: 'HTML' },
  { content: new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe9]), at: '2 not-utf-8', says: 'UTF-8' },
];

for (const { name = 'contact.md', content = page(), at, says } of bad) {
  const shown = typeof content === 'string' ? JSON.stringify(content.slice(0, 70)) : 'bytes that are no text';
  test(`the page ${name} of ${shown} has a problem: ${at}, ${says}`, () => {
    const { pages, problems } = readEditorialPages(
      contentFolder({ [name]: content, 'bonne.md': page() }),
      site,
    );
    assert.deepEqual(
      pages.map(({ slug }) => slug),
      ['bonne'],
    );
    const found = problems.find(({ line, rule }) => `${line} ${rule}`.endsWith(at));
    assert.ok(found, JSON.stringify(problems, null, 1));
    assert.equal(found.file, `pages/${name}`);
    assert.ok(found.message.replace(/[\u00a0\u202f]/g, ' ').includes(says), found.message);
  });
}

test('the mistakes of all pages are shown in one run, in order', () => {
  const { pages, problems } = readEditorialPages(
    contentFolder({ 'port.md': page({ order: 'x', titel: 'x' }, ''), 'meteo.md': page({ title: '' }) }),
    site,
  );
  assert.deepEqual(pages, []);
  assert.deepEqual([...problems].sort(compareProblems), problems);
  assert.deepEqual(
    problems.map(({ file, rule }) => `${file} ${rule}`),
    [
      'pages/meteo.md reserved-address',
      'pages/meteo.md missing-field',
      'pages/port.md address-taken',
      'pages/port.md wrong-type',
      'pages/port.md unknown-field',
      'pages/port.md empty-body',
    ],
  );
});

test('the demonstration’s own pages have no problem', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const demonstration = readSite(path.join(root, '_data'), SITE_RULES);
  assert.ok(demonstration.ok);
  const { pages, problems } = readEditorialPages(path.join(root, 'content'), demonstration.value);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    pages.map(({ slug }) => slug),
    ['a-propos', 'mentions-legales', 'accessibilite'],
  );
});

test('no text in a page makes the reader throw, and every problem has a place in the file', () => {
  const folder = contentFolder({ 'contact.md': '' });
  const piece = fc.constantFrom(
    '---',
    '\n',
    'title: ',
    'order: 1',
    '# ',
    '"',
    '&a',
    '!!js ',
    '<b>',
    '[^1]',
    '```',
    '\r',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join('')),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map(body => page({}, body)),
      ),
      content => {
        writeFileSync(path.join(folder, 'pages', 'contact.md'), content);
        const { problems } = readEditorialPages(folder, site);
        const lines = content.split(/\r\n?|\n/).length;
        for (const { line, column } of problems) assert.ok(line >= 1 && line <= lines && column >= 1);
      },
    ),
    howMany('editorial pages'),
  );
});
