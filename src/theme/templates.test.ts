import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { frontMatter, renderSample, samples } from '../../tests/rendering/render-sample.ts';
import { french } from '../locale/french.ts';

const templates = globSync('**/*.njk', { cwd: import.meta.dirname })
  .map(file => file.replaceAll('\\', '/'))
  .sort()
  .map(file => ({ file, source: readFileSync(`${import.meta.dirname}/${file}`, 'utf8') }));

/** Takes matches out, but leaves their line ends, so that the lines keep their numbers. */
function without(source: string, ...patterns: readonly RegExp[]): string {
  return patterns.reduce(
    (text, pattern) => text.replace(pattern, match => match.replace(/[^\n]/g, '')),
    source,
  );
}

const comments = /\{#[\s\S]*?#\}/g;
const expressions = /\{\{[\s\S]*?\}\}/g;
const statements = /\{%[\s\S]*?%\}/g;
const readAttributes = /(?<=\s(?:aria-label|aria-description|alt|title|placeholder|label)=")[^"]*(?=")/g;
/** When a picture is loaded: the filter's own names for it, which no reader sees. */
const times = /(?<=\| picture\()"(?:first|now|late)"/g;
const letters = /\p{L}+/u;

/** Every word that a reader would see or hear and that stands in the template itself, as `file:line: word`. */
function wordsInTemplate(file: string, source: string): readonly string[] {
  const code = without(source, frontMatter, comments);
  const markup = without(code, expressions, statements);
  const spoken = [
    { text: without(markup, /<[^>]*>/g, /&#?\w+;/g), pattern: /[^\n]+/g },
    { text: markup, pattern: readAttributes },
    { text: without((code.match(expressions) ?? []).join('\n'), times), pattern: /(['"])[\s\S]*?\1/g },
  ];
  return spoken.flatMap(({ text, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(match => letters.test(match[0]))
      .map(match => `${file}:${text.slice(0, match.index).split('\n').length}: ${match[0].trim()}`),
  );
}

test('a word written into a template would be found, with its line', () => {
  const source =
    '{# a comment -#}\n<p class="note">{{ view.title }} lu</p>\n<img alt="Une vue de {{ view.title }}">';
  assert.deepEqual(wordsInTemplate('a.njk', source), ['a.njk:2: lu', 'a.njk:3: Une vue de']);
  assert.equal(wordsInTemplate('a.njk', '<p>{{ view.title or "Sans titre" }}</p>').length, 1);
});

test('no template holds a word of its own: all come from the view or the locale', () => {
  assert.deepEqual(
    templates.flatMap(({ file, source }) => wordsInTemplate(file, source)),
    [],
  );
});

test('every word that a template asks for exists, and every word of the locale is used', () => {
  const asked = new Set(
    templates.flatMap(({ source }) => [...source.matchAll(/\bwords\.(\w+)/g)].map(match => match[1]!)),
  );
  const source = `${import.meta.dirname}/..`;
  const code = globSync('**/*.ts', { cwd: source }).filter(
    file => !/[\\/]?locale[\\/]|\.test\.ts$/.test(file),
  );
  const alsoUsed = new Set(
    code.flatMap(file =>
      [...readFileSync(`${source}/${file}`, 'utf8').matchAll(/\bfrench\.(\w+)/g)].map(match => match[1]!),
    ),
  );
  assert.deepEqual([...asked].filter(word => !(word in french)).sort(), [], 'asked for but not in french.ts');
  const unused = Object.keys(french).filter(word => !asked.has(word) && !alsoUsed.has(word));
  assert.deepEqual(unused, [], 'in french.ts but asked for by no template');
});

test('every template says first whom it is for, and fits on a screen', () => {
  for (const { file, source } of templates) {
    assert.match(source.replace(frontMatter, ''), /^\{# .* Takes .*?#\}/s, `${file}: no opening comment`);
    assert.ok(source.split('\n').length <= 62, `${file}: more than a screen`);
  }
});

test('a template takes nothing but the view, the words, its own loops and what its opening comment names', () => {
  for (const { file, source } of templates) {
    const code = without(source, frontMatter, comments);
    const made = [...code.matchAll(/\{% (?:for|set) (\w+)/g)].map(match => match[1]!);
    const handed = [...source.match(comments)![0].matchAll(/`(\w+)`/g)].map(match => match[1]!);
    const known = new Set(['view', 'words', 'addresses', ...made, ...handed, 'and', 'or', 'not', 'loop']);
    const taken = [...code.matchAll(/(?:\{\{|\{% (?:if|elif|for \w+ in|set \w+ =)) ([\s\S]*?)[%}]\}/g)]
      .map(match => match[1]!.replace(/"[^"]*"|\| \w+|\.\w+/g, ''))
      .flatMap(expression => expression.match(/[a-z]\w*/g) ?? []);
    assert.deepEqual(
      taken.filter(name => !known.has(name)),
      [],
      file,
    );
  }
});

/** By the templates that may have any. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  'archive/article.njk': ['<script type="module" src="{{ view.portal.assets.article }}">'],
  'archive/redirect.njk': [
    '<script src="{{ view.portal.assets.redirect }}" data-to="{{ view.target.url }}">',
  ],
  'eleventy/style.njk': ['<script type="module" src="{{ view.portal.assets.article }}">'],
  'layouts/base.njk': [
    '<script>',
    '<script type="module" src="{{ view.portal.assets.script }}">',
    '<script type="module" src="{{ view.portal.assets.furniture.script }}">',
  ],
  'eleventy/search.njk': [
    '<script data-segments="{{ view.segments }}" data-terms="{{ view.files.terms }}">',
    '<script type="module" src="{{ view.portal.assets.search.script }}">',
  ],
};

/** The scripts that stand in pages, by the templates that have them. */
const WITHIN_PAGES = {
  'layouts/base.njk': '{{ view.portal.assets.early | safe }}',
  'eleventy/search.njk': '{{ view.portal.assets.search.early | safe }}',
} as const satisfies Readonly<Record<string, string>>;

/** The templates that print blocks of the furniture, or its parts, which their own templates have escaped. */
const FURNISHED = {
  'partials/band.njk': ['{{ piece.html | safe }}'],
  'partials/masthead.njk': ['{{ piece.html | safe }}', '{{ furniture.day.html | safe }}'],
  'partials/furniture-group.njk': ['{{ piece.html | safe }}'],
  'archive/furniture-part.njk': [
    '{{ piece.html | safe }}',
    '{{ furniture.day.html | safe }}',
    '{{ html | trim | safe }}',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

test('only bodies, scripts that stand in pages and blocks of the furniture are printed without escaping', () => {
  for (const { file, source } of templates) {
    const allowed: readonly string[] = [
      WITHIN_PAGES[file as keyof typeof WITHIN_PAGES] ?? '{{ view.bodyHtml | safe }}',
      ...(FURNISHED[file as keyof typeof FURNISHED] ?? []),
    ];
    for (const [expression] of source.matchAll(/\{\{[^}]*\|\s*safe[^}]*\}\}/g)) {
      assert.ok(allowed.includes(expression), `${file}: ${expression}`);
    }
    assert.doesNotMatch(source, /autoescape|style=|\son\w+=/, file);
    const scripts = source.match(/<script[^>]*>/g) ?? [];
    assert.deepEqual(scripts, SCRIPTS[file] ?? [], file);
  }
});

test('every template of a page has a sample', () => {
  const pages = templates.map(({ file }) => file).filter(file => /^(?:archive|eleventy)\//.test(file));
  assert.deepEqual([...new Set(samples.map(({ template }) => template))].sort(), pages);
});

/** HTML of a body that was checked, JavaScript of our own, and blocks of the furniture. */
const MADE_BY_US = new Set(['bodyHtml', 'early', 'html']);

/** The same view, with every text but the ready-made bodies turned into an attack. */
function attacked(value: unknown, attack: string): unknown {
  if (typeof value === 'string') return attack + value;
  if (Array.isArray(value)) return value.map(item => attacked(item, attack));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, MADE_BY_US.has(key) ? item : attacked(item, attack)]),
  );
}

/** Of pieces of pages, which client code fetches. */
const PIECES = new Set(['archive/today.njk', 'archive/newest.njk']);

for (const { name, template, view } of samples) {
  // Blocks of the furniture and nothing else: their own templates have escaped all of it.
  if (template === 'archive/furniture-part.njk') continue;
  const html = renderSample({ template, view });

  test(`${name}: what an editor writes is shown as text, never run`, () => {
    const hostile = attacked(view, `"><script>alert(1)</script>'`) as typeof view;
    const page = renderSample({ template, view: hostile });
    assert.equal(page.match(/<script/gi)?.length, html.match(/<script/gi)?.length);
    assert.match(page, /&lt;script&gt;/);
  });

  test(`${name}: the page is tidy and nothing is missing from it`, () => {
    assert.doesNotMatch(html, /\n[ \t]*\n/, 'an empty line');
    assert.doesNotMatch(html, /undefined|\[object|NaN|\{\{|\{%/);
    assert.match(html, PIECES.has(template) ? /^<section class="fragment">/ : /^<(?:!DOCTYPE html>|\?xml )/);
  });

  if (/\/(?:feed|rss|[a-z-]*sitemap[a-z-]*)\.njk$/.test(template) || PIECES.has(template)) continue;

  test(`${name}: one h1, and no heading skips a level`, () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(match => Number(match[1]));
    assert.equal(levels.filter(level => level === 1).length, 1);
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `h${level} after h${before}`);
      return level;
    }, 0);
  });

  test(`${name}: landmarks have names of their own`, () => {
    const labels = [...html.matchAll(/<(?:nav|aside|div role)[^>]*aria-label="([^"]*)"/g)].map(
      match => match[1],
    );
    assert.equal(new Set(labels).size, labels.length);
    assert.equal(labels.length, html.match(/<(?:nav|aside)\b/g)!.length);
  });
}
