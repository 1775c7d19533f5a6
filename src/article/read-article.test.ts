import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import matter from 'gray-matter';
import { howMany } from '../../tests/soak/how-many.ts';
import { compareProblems } from '../problem/problem.ts';
import { typesetFrench } from '../typography/french.ts';
import { frontMatterFinder } from './locate-in-front-matter.ts';
import { MAX_ARTICLE_BYTES, readArticle } from './read-article.ts';

const rules = { timeZone: 'Asia/Shanghai' };
const encode = (text: string) => new TextEncoder().encode(text);
const readBytes = (bytes: Uint8Array, file = 'articles/port.md') => readArticle(file, bytes, rules);
const read = (text: string) => readBytes(encode(text));

/** The four fields that every article has, on lines 2 to 5. */
const needed = `title: Le port rouvre
source: Xinhua
date: 20.05.2014 13h43
section: chine
`;
/** An article with these fields, from line 6 on. */
const withFields = (fields: string, body = 'Le port a rouvert mardi.') =>
  `---\n${needed}${fields}\n---\n\n${body}\n`;

function article(text: string) {
  const checked = read(text);
  assert.ok(checked.ok, checked.ok ? '' : checked.problems.map(({ message }) => message).join('\n'));
  return checked.value.article;
}

test('four fields and a text make an article', () => {
  const checked = read(withFields('# rien de plus'));
  assert.ok(checked.ok);
  assert.equal(checked.value.body, '\nLe port a rouvert mardi.\n');
  const written = {
    file: 'articles/port.md',
    slug: 'port',
    title: 'Le port rouvre',
    source: 'Xinhua',
    date: Date.UTC(2014, 4, 20, 5, 43),
    dateIsDay: false,
    day: '2014-05-20',
    section: 'chine',
    comments: 'open',
  };
  assert.partialDeepStrictEqual(checked.value.article, written);
  // All else that an article can have is not there.
  const others = Object.entries(checked.value.article).filter(([name]) => !(name in written));
  for (const [name, value] of others) assert.ok([null, false, 0].includes(value) || isEmptyList(value), name);
  assert.ok(others.length > 15);
});

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

test('every field is read', () => {
  const { file, slug, title, source, date, dateIsDay, day, section, ...rest } = article(
    withFields(
      `summary: >
  Deux phrases
  courtes.
author: Jeanne Martin
place: Shanghai
topics: [commerce, ports]
dossiers:
  - routes-de-la-soie
image:
  src: photos/port.jpg
  alt: Des grues
  caption: Le port
  credit: Xinhua
  focus: [0.3, .5]
gallery:
  - {src: a.jpg, alt: Une grue}
  - {src: ./Été à Brest.JPG, alt: "", decoration: true, caption: L'aube, focus: [0, 1]}
video:
  src: port.mp4
  title: Le port en une minute
  poster: port.jpg
  captions: port.vtt
  caption: Le port
  credit: Xinhua
audio: {src: "https://radio.example/port", title: Entretien}
map: {place: Bamako, at: [12.65, -8]}
flash:
  text: Le port est ouvert
  until: 2014-05-20T20:00
pick: true
priority: 7
updated: 2014-05-20T15:00
corrections:
  - date: 22.05.2014
    text: Deuxième
  - date: 2014-05-21T10:00+08:00
    text: Premier
draft: true
publish: 2014-05-20T14:00
expires: 2014-06-01
aliases: [/ancien/port.html, /port/, /été/œuvre.html]
comments: closed
lang: fr-CA`,
      'Le port.\n\n![Le quai](quai.jpg)\n\n![Le quai](quai.jpg "Encore")',
    ),
  );
  assert.deepEqual(
    [file, slug, title, source, day, section],
    ['articles/port.md', 'port', 'Le port rouvre', 'Xinhua', '2014-05-20', 'chine'],
  );
  assert.equal(date, Date.UTC(2014, 4, 20, 5, 43));
  assert.deepEqual(rest, {
    summary: 'Deux phrases courtes.',
    authors: ['Jeanne Martin'],
    translations: [],
    place: 'Shanghai',
    topics: ['commerce', 'ports'],
    dossiers: ['routes-de-la-soie'],
    image: {
      src: 'photos/port.jpg',
      alt: 'Des grues',
      caption: 'Le port',
      credit: 'Xinhua',
      focus: [0.3, 0.5],
    },
    gallery: [
      { src: 'a.jpg', alt: 'Une grue', caption: null, credit: null, focus: null },
      { src: 'Été à Brest.JPG', alt: '', caption: 'L’aube', credit: null, focus: [0, 1] },
    ],
    video: {
      src: 'port.mp4',
      title: 'Le port en une minute',
      poster: 'port.jpg',
      captions: 'port.vtt',
      transcript: null,
      caption: 'Le port',
      credit: 'Xinhua',
    },
    audio: {
      src: 'https://radio.example/port',
      title: 'Entretien',
      poster: null,
      captions: null,
      transcript: null,
      caption: null,
      credit: null,
    },
    map: { place: 'Bamako', at: [12.65, -8] },
    bodyImages: ['quai.jpg'],
    bodyLinks: [],
    bodyFiles: [],
    flash: { text: 'Le port est ouvert', until: Date.UTC(2014, 4, 20, 12) },
    pick: true,
    priority: 7,
    updated: Date.UTC(2014, 4, 20, 7),
    updatedIsDay: false,
    corrections: [
      { date: Date.UTC(2014, 4, 21, 2), dateIsDay: false, text: 'Premier' },
      { date: Date.UTC(2014, 4, 21, 16), dateIsDay: true, text: 'Deuxième' },
    ],
    draft: true,
    publish: Date.UTC(2014, 4, 20, 6),
    expires: Date.UTC(2014, 4, 31, 16),
    aliases: ['/ancien/port.html', '/port/', '/été/œuvre.html'],
    comments: 'closed',
    id: null,
    withdrawn: null,
    lang: 'fr-CA',
  });
});

test('a number where a text is meant stays as the editor wrote it', () => {
  for (const written of ['2014', '007', '1.50', '1e3', '0x10', '-0', '.inf']) {
    assert.equal(article(withFields('').replace('Le port rouvre', written)).title, typesetFrench(written));
  }
});

test('texts for readers are set in French typography, those of another language and of attributes are not', () => {
  const fields = 'summary: L\'été arrive !\nimage: {src: a.jpg, alt: "L\'été !", caption: "L\'été !"}';
  const french = article(withFields(fields));
  assert.equal(french.summary, typesetFrench("L'été arrive !"));
  assert.equal(french.image?.caption, typesetFrench("L'été !"));
  assert.equal(french.image?.alt, "L'été !");
  assert.equal(article(withFields(`${fields}\nlang: en`)).summary, "L'été arrive !");
});

test('a flash is its title, a short text, or a text with its end', () => {
  assert.deepEqual(article(withFields('flash: true')).flash, { text: null, until: null });
  assert.equal(article(withFields('flash: false')).flash, null);
  assert.deepEqual(article(withFields('flash: Ouvert')).flash, { text: 'Ouvert', until: null });
  assert.deepEqual(article(withFields('flash: {until: 2014-05-21}')).flash, {
    text: null,
    until: Date.UTC(2014, 4, 20, 16),
  });
});

test('an update and a correction may bear the day of the article without a time', () => {
  const fields = 'updated: 2014-05-20\ncorrections: [{date: 20.05.2014, text: Le nom}]';
  const { date, updated, corrections } = article(withFields(fields));
  assert.equal(updated, date);
  assert.equal(corrections[0]?.date, date);
});

test('an article’s day is the one of the site’s time zone', () => {
  const text = withFields('').replace('20.05.2014 13h43', '2014-05-20T20:00Z');
  assert.equal(article(text).day, '2014-05-21');
});

test('files of Windows and old Macintosh, with a byte order mark, are read like any other', () => {
  const text = withFields('');
  for (const lineEnd of ['\r\n', '\r']) {
    assert.deepEqual(read(`\ufeff${text.replaceAll('\n', lineEnd)}`), read(text));
  }
});

test('front matter is never run and never cached', () => {
  for (const language of ['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'json', 'toml', 'JS']) {
    Object.assign(globalThis, { ranFrontMatter: false });
    const checked = read(`---${language}\nglobalThis.ranFrontMatter = true\n---\nTexte`);
    assert.ok(!checked.ok);
    assert.equal(checked.problems[0]?.rule, 'front-matter-language');
    assert.equal(Reflect.get(globalThis, 'ranFrontMatter'), false);
  }
  assert.deepEqual(Reflect.get(matter, 'cache'), {});
});

/** The file's text, then « line rule » and a piece of the message, for each problem in order. */
const mistakes: readonly (readonly [string, ...(readonly [string, string])[]])[] = [
  // The file.
  ['', ['1 empty-file', 'est vide']],
  ['\n\n', ['1 empty-file', 'est vide']],
  ['Le port a rouvert.', ['1 missing-front-matter', 'écrivez les champs (title et les autres)']],
  ['\n---\ntitle: x\n---\n', ['1 missing-front-matter', 'au tout début']],
  [` ---\n${needed}---\nTexte`, ['1 missing-front-matter', '---']],
  [`----\n${needed}----\nTexte`, ['1 front-matter-fence', 'plus de trois tirets']],
  [`---js\n${needed}---\nTexte`, ['1 front-matter-language', '«\u00a0js\u00a0»']],
  [`---yaml\n${needed}---\nTexte`, ['1 front-matter-language', 'seul sur la première ligne']],
  [`--- toml\n${needed}---\nTexte`, ['1 front-matter-language', 'ne s’exécute']],
  [`--- # note\n${needed}---\nTexte`, ['1 front-matter-language', '# note']],
  [`---${'x'.repeat(9000)}\n---\nTexte`, ['1 front-matter-language', '…']],
  ['---', ['1 unclosed-front-matter', 'jamais fermés']],
  [`---\n${needed}\nTexte`, ['1 unclosed-front-matter', 'jamais fermés']],
  [`---\n${needed}----\nTexte`, ['6 front-matter-fence', 'rien de plus']],
  [`---\n${needed}---texte\n---\nTexte`, ['6 front-matter-fence', 'rien de plus']],
  [`---\n${needed}---`, ['6 empty-body', 'pas de texte']],
  [`---\n${needed}---\n \n\t\n`, ['9 empty-body', 'pas de texte']],
  ['---\n---\n', ['1 empty-file', 'champs'], ['3 empty-body', 'pas de texte']],
  ['---\n---\nTexte', ['1 empty-file', 'champs']],
  ['---\n# rien\n---\nTexte', ['1 empty-file', 'champs']],
  ['---\n- a\n---\nTexte', ['2 not-a-mapping', 'nom: valeur']],
  ['---\nBonjour\n---\nTexte', ['2 not-a-mapping', 'nom: valeur']],
  [`---\n${needed}---\nTex\0te`, ['7 control-character', 'caractère nul']],
  [`---\n${needed}---\n\nTex\u202ete`, ['8 control-character', 'sens d’écriture']],
  [withFields('author: a\x07b'), ['6 control-character', 'U+0007']],
  [withFields('author: "a\\u202Eb"'), ['6 control-character', 'U+202E']],
  // YAML syntax, and YAML features that are refused.
  [withFields('author: !!js/function "function(){}"'), ['6 yaml-tag', '!!js/function']],
  [withFields('author: !<tag:yaml.org,2002:js/undefined> x'), ['6 yaml-tag', 'tag:yaml.org']],
  [withFields('author: &a x\nplace: *a'), ['6 yaml-alias', '&a'], ['7 yaml-alias', '*a']],
  [withFields('author: *nobody'), ['6 yaml-alias', '*nobody']],
  [withFields('title: Encore'), ['6 duplicate-key', 'à la ligne 2']],
  [withFields('summary: Chine : le port'), ['6 yaml-colon', 'summary: "Chine : le port"']],
  [withFields('image:\n\tsrc: a'), ['7 yaml-tab', 'tabulation']],
  [withFields('author: "Jeanne'), ['6 yaml-quotes', 'jamais fermé']],
  [withFields('author: x\n...\nplace: y'), ['7 yaml-documents', 'second document']],
  [withFields(`topics: ${'['.repeat(1000)}`), ['6 yaml-depth', 'simplifiez']],
  // Required fields.
  [`---\nsource: a\ndate: 2014-05-20\nsection: b\n---\nTexte`, ['2 missing-field', 'title: …']],
  [
    `---\ntitle: x\n---\nTexte`,
    ['2 missing-field', 'date'],
    ['2 missing-field', 'section'],
    ['2 missing-field', 'source'],
  ],
  [withFields('').replace('Le port rouvre', ''), ['2 empty-field', 'est vide']],
  [withFields('').replace('Le port rouvre', '""'), ['2 empty-field', 'est vide']],
  [withFields('').replace('Le port rouvre', '"  "'), ['2 empty-field', 'est vide']],
  [withFields('').replace('Le port rouvre', 'true'), ['2 wrong-type', 'title: "true"']],
  [withFields('').replace('Le port rouvre', '[a]'), ['2 wrong-type', 'une liste']],
  [withFields('').replace('Le port rouvre', 'x'.repeat(201)), ['2 too-long', '200 caractères et en a 201']],
  [withFields('').replace('Xinhua', 'x'.repeat(101)), ['3 too-long', '100 caractères']],
  [withFields('').replace('20.05.2014 13h43', '31.02.2014'), ['4 bad-date', '31.02.2014']],
  [withFields('').replace('20.05.2014 13h43', 'hier'), ['4 bad-date', '«\u00a0hier\u00a0»']],
  [withFields('').replace('20.05.2014 13h43', '2014-13-01'), ['4 bad-date', 'de 01 à 12']],
  [withFields('').replace('20.05.2014 13h43', '20.05.2014 25h00'), ['4 bad-date', '25h00']],
  [withFields('').replace('20.05.2014 13h43', '1400564580'), ['4 bad-date', '1400564580']],
  [withFields('').replace('20.05.2014 13h43', '""'), ['4 empty-field', 'est vide']],
  [withFields('').replace('20.05.2014 13h43', ''), ['4 empty-field', 'est vide']],
  [withFields('').replace('20.05.2014 13h43', '{a: b}'), ['4 wrong-type', 'groupe de champs']],
  [withFields('').replace('chine', 'Économie'), ['5 bad-slug', '«\u00a0economie\u00a0»']],
  [withFields('').replace('chine', '../chine'), ['5 bad-slug', '«\u00a0chine\u00a0»']],
  [withFields('').replace('chine', 'con'), ['5 bad-slug', 'Windows']],
  [withFields('').replace('chine', '""'), ['5 empty-field', 'identifiant']],
  // Names of fields.
  [withFields('titel: x'), ['6 unknown-field', '«\u00a0title\u00a0»']],
  [withFields('auteur: x'), ['6 unknown-field', '«\u00a0author\u00a0»']],
  [withFields('Chapô: x'), ['6 unknown-field', '«\u00a0summary\u00a0»']],
  [
    withFields('rubrique: x\nlieu: y'),
    ['6 unknown-field', '«\u00a0section\u00a0»'],
    ['7 unknown-field', '«\u00a0place\u00a0»'],
  ],
  [withFields('permalink: x'), ['6 unknown-field', '«\u00a0aliases\u00a0»']],
  [withFields('coverImage: x'), ['6 unknown-field', '«\u00a0image\u00a0»']],
  [withFields('zzz: x'), ['6 unknown-field', 'les champs possibles ici sont']],
  [withFields('__proto__: x'), ['6 unknown-field', '__proto__']],
  [withFields('image: {src: a.jpg, alt: b, legende: c}'), ['6 unknown-field', '«\u00a0caption\u00a0»']],
  // Texts.
  [withFields('summary:'), ['6 empty-field', 'effacez la ligne']],
  [withFields(`summary: ${'x'.repeat(601)}`), ['6 too-long', '600']],
  [withFields('author: false'), ['6 wrong-type', 'author: "false"']],
  [withFields(`place: ${'x'.repeat(101)}`), ['6 too-long', '100']],
  [withFields('place: Le tube #1'), ['6 yaml-comment', 'serait perdu']],
  // Lists.
  [withFields('topics: commerce'), ['6 wrong-type', 'topics: [commerce]']],
  [withFields('topics: [commerce, Énergie]'), ['6 bad-slug', '«\u00a0energie\u00a0»']],
  [withFields('topics:\n  - commerce\n  - ports\n  - commerce'), ['9 duplicate-value', 'deux fois']],
  [withFields(`topics: [${Array.from({ length: 21 }, (_, i) => `t${i}`)}]`), ['6 too-many', '20 éléments']],
  [withFields('topics: [a, , b]'), ['6 yaml-comma', 'virgule']],
  [withFields('topics:\n  -\n  - b'), ['7 empty-field', 'est vide']],
  [withFields('dossiers: [a, a, A]'), ['6 duplicate-value', 'deux fois'], ['6 bad-slug', '«\u00a0a\u00a0»']],
  // The photograph.
  [withFields('image: port.jpg'), ['6 wrong-type', 'décrire la photo']],
  [withFields('image: {src: port.jpg}'), ['6 missing-field', '«\u00a0alt\u00a0» dans «\u00a0image\u00a0»']],
  [withFields('image:\n  src: port.jpg\n  alt: ""'), ['8 empty-field', '«\u00a0alt\u00a0» est vide']],
  [withFields('image: {src: "https://ailleurs.example/a.jpg", alt: b}'), ['6 bad-image', 'autre site']],
  [withFields('image: {src: "//ailleurs.example/a.jpg", alt: b}'), ['6 bad-image', 'autre site']],
  [withFields('image: {src: "javascript:alert(1)", alt: b}'), ['6 bad-image', 'autre site']],
  [withFields('image: {src: ../a.jpg, alt: b}'), ['6 bad-image', 'chemin simple']],
  [withFields('image: {src: "a?b.jpg", alt: b}'), ['6 bad-image', 'chemin simple']],
  [withFields('image: true'), ['6 wrong-type', 'groupe de champs']],
  [withFields('image: {src: a.jpg, alt: "", decoration: false}'), ['6 empty-field', 'decoration: true']],
  [withFields('image: {src: a.jpg, alt: b, decoration: true}'), ['6 described-decoration', 'videz']],
  [withFields('image: {src: C:\\photos\\a.jpg, alt: b}'), ['6 bad-image', 'chemin simple']],
  [withFields('image: {src: a.jpg, alt: b, focus: [0.3, 1.5]}'), ['6 bad-focus', 'de 0 à 1']],
  [withFields('image: {src: a.jpg, alt: b, focus: [0.3]}'), ['6 bad-focus', 'deux nombres']],
  [withFields('image: {src: a.jpg, alt: b, focus: centre}'), ['6 bad-focus', 'deux nombres']],
  [withFields('gallery: [{src: a.jpg, alt: b}]'), ['6 too-few', 'au moins 2']],
  [withFields('gallery: a.jpg'), ['6 wrong-type', 'une liste']],
  [
    withFields('gallery:\n  - {src: a.jpg, alt: b}\n  - {src: b.jpg}\n  - {src: ../c.jpg, alt: c}'),
    ['8 missing-field', '«\u00a0alt\u00a0»'],
    ['9 bad-image', 'chemin simple'],
  ],
  [withFields('video: {src: a.mp4, title: b}'), ['6 no-transcript', 'captions']],
  [withFields('audio: {src: a.mp3, title: b}'), ['6 no-transcript', 'transcript: …']],
  [
    withFields('audio: {src: a.mp3, title: b, captions: c.vtt}'),
    ['6 no-transcript', 'transcript'],
    ['6 unknown-field', 'captions'],
  ],
  [withFields('video: {src: a.mp4, captions: c.vtt}'), ['6 missing-field', '«\u00a0title\u00a0»']],
  [withFields('video: {src: "http://a.example/b", title: c}'), ['6 bad-media', 'https://']],
  [withFields('video: {src: "https://u:p@a.example/b", title: c}'), ['6 bad-media', 'https://']],
  [withFields('video: a.mp4'), ['6 wrong-type', '«\u00a0src: a.mp4\u00a0»']],
  [withFields('map: 95, 12'), ['6 bad-coordinates', 'latitude']],
  [withFields('map: [12.65]'), ['6 bad-coordinates', 'latitude']],
  [withFields('map: [nord, sud]'), ['6 bad-coordinates', 'latitude']],
  [withFields('map: {at: [1, 2]}'), ['6 missing-field', '«\u00a0place\u00a0»']],
  [withFields('map:'), ['6 empty-field', 'est vide']],
  // The flash.
  [withFields('flash: oui'), ['6 wrong-type', 'flash: true']],
  [withFields('flash: {text: non}'), ['6 wrong-type', 'serait le texte']],
  [withFields(`flash: ${'x'.repeat(141)}`), ['6 too-long', '140']],
  [withFields('flash: {text: a, jusque: 2014-05-21}'), ['6 unknown-field', '«\u00a0until\u00a0»']],
  [withFields('flash:\n  until: demain'), ['7 bad-date', 'demain']],
  [withFields('flash:\n  until: 2014-05-20T10:00'), ['7 flash-before-date', 'plus tardive']],
  [withFields('flash: [a]'), ['6 wrong-type', 'un texte ou un groupe de champs']],
  [withFields('flash:'), ['6 empty-field', 'est vide']],
  // Choices.
  [withFields('pick: oui'), ['6 wrong-type', 'pick: true']],
  [withFields('draft: "true"'), ['6 wrong-type', 'sans guillemets']],
  [withFields('priority: 10'), ['6 bad-format', 'de 0 (ordinaire) à 9']],
  [withFields('priority: -1'), ['6 bad-format', 'chiffre']],
  [withFields('priority: 1.5'), ['6 bad-format', 'chiffre']],
  [withFields('priority: haute'), ['6 bad-format', 'chiffre']],
  [withFields('priority: true'), ['6 wrong-type', 'chiffre']],
  [withFields('comments: fermés'), ['6 not-in-list', '«\u00a0closed\u00a0»']],
  [withFields('comments: close'), ['6 not-in-list', 'vouliez-vous dire «\u00a0closed\u00a0»']],
  [withFields('comments: false'), ['6 not-in-list', '«\u00a0none\u00a0»']],
  [withFields('lang: français'), ['6 bad-format', 'code d’une langue']],
  [withFields('lang: EN'), ['6 bad-format', 'code d’une langue']],
  // Dates compared with each other.
  [withFields('updated: 2014-05-19'), ['6 updated-before-date', 'précède']],
  [withFields('updated: 2014-05-20T13:00'), ['6 updated-before-date', 'précède']],
  [withFields('expires: 2014-05-20'), ['6 expires-before-date', 'plus tardive']],
  [withFields('expires: 20.05.2014 13h43'), ['6 expires-before-date', 'plus tardive']],
  [
    withFields('publish: 2014-05-22\nexpires: 2014-05-21'),
    ['7 expires-before-publish', 'ne paraîtrait jamais'],
  ],
  [withFields('corrections:\n  - date: 2014-05-19\n    text: a'), ['7 correction-before-date', 'précède']],
  [withFields('corrections:\n  - text: a'), ['7 missing-field', '«\u00a0date\u00a0»']],
  [withFields('corrections: Le nom'), ['6 wrong-type', 'une date et un texte']],
  [withFields('corrections: [Le nom]'), ['6 wrong-type', 'groupe de champs']],
  [
    withFields('titel: x\nexpires: 2014-05-20'),
    ['6 unknown-field', 'title'],
    ['7 expires-before-date', 'plus tardive'],
  ],
  // Old addresses.
  [withFields('aliases: /a/'), ['6 wrong-type', 'une liste']],
  [withFields('aliases: [a.html]'), ['6 bad-alias', '«\u00a0/a.html\u00a0»']],
  [withFields('aliases: [/]'), ['6 bad-alias', 'la une']],
  [withFields('aliases: [""]'), ['6 bad-alias', 'ne commence pas']],
  [withFields('aliases: [/a.pdf]'), ['6 bad-alias', '.pdf']],
  [withFields('aliases: [/../a.html]'), ['6 bad-alias', '«\u00a0..\u00a0»']],
  [withFields('aliases: [/a/./b/]'), ['6 bad-alias', '«\u00a0.\u00a0»']],
  [withFields('aliases: [/a//b/]'), ['6 bad-alias', '«\u00a0//\u00a0»']],
  [withFields('aliases: [//a/]'), ['6 bad-alias', 'nom d’un site']],
  [withFields('aliases: ["https://a.example/b/"]'), ['6 bad-alias', 'nom d’un site']],
  [withFields("aliases: ['/a\\b/']"), ['6 bad-alias', '«\u00a0\\\u00a0»']],
  [withFields('aliases: ["/a?"]'), ['6 bad-alias', '«\u00a0?\u00a0»']],
  [withFields('aliases: ["/a#b/"]'), ['6 bad-alias', '«\u00a0#\u00a0»']],
  [withFields('aliases: [/%2e%2e/a.html]'), ['6 bad-alias', '«\u00a0%\u00a0»']],
  [withFields('aliases: [/.git/]'), ['6 bad-alias', 'point']],
  [withFields('aliases: [/a./]'), ['6 bad-alias', 'point']],
  [withFields('aliases: [/con/]'), ['6 bad-alias', 'Windows']],
  [withFields('aliases: [/a/NUL.html]'), ['6 bad-alias', 'Windows']],
  [withFields('aliases: ["/a b/"]'), ['6 bad-alias', 'espace']],
  [withFields('aliases: ["/a\\tb/"]'), ['6 bad-alias', 'espace']],
  [withFields('aliases: ["/a<b>/"]'), ['6 bad-alias', 'signe']],
  [withFields(`aliases: [/${'a'.repeat(200)}/]`), ['6 bad-alias', '200']],
  [withFields('aliases: [/a/, /a/]'), ['6 duplicate-value', 'deux fois']],
];

/** A message without the quotations from the editor's file. */
const withoutQuotations = (message: string) => message.replace(/«\u00a0.*?\u00a0»/gs, '');

for (const [text, ...expected] of mistakes) {
  const excerpt = text.replace(`---\n${needed}`, '').slice(0, 50);
  test(`${JSON.stringify(excerpt)} is ${expected.map(([lineAndRule]) => lineAndRule).join(' and ')}`, () => {
    const checked = read(text);
    assert.ok(!checked.ok);
    const messages = checked.problems.map(({ message }) => message);
    const found = checked.problems.map(({ line, rule }) => `${line} ${rule}`);
    const wanted = expected.map(([lineAndRule]) => lineAndRule);
    assert.deepEqual(found, wanted, messages.join('\n'));
    for (const [index, [, fragment]] of expected.entries()) {
      const message = messages[index] ?? '';
      assert.ok(message.includes(fragment), message);
      assert.match(message, /^[A-ZÉÀ«].*[.?]$/s, message);
      assert.doesNotMatch(withoutQuotations(message), / [:;!?»]|« |\p{L}'\p{L}/u, message);
    }
  });
}

test('one run reports the mistakes in a file’s name, its fields and its dates', () => {
  const text = withFields('titel: x\nexpires: 2014-05-20').replace('chine', 'Chine');
  const checked = readBytes(encode(text), 'articles/Le port.md');
  assert.deepEqual(checked.ok ? [] : checked.problems.map(({ line, rule }) => `${line} ${rule}`), [
    '1 bad-slug',
    '5 bad-slug',
    '6 unknown-field',
    '7 expires-before-date',
  ]);
});

test('a file that is too large is not read', () => {
  const checked = readBytes(new Uint8Array(MAX_ARTICLE_BYTES + 1));
  assert.deepEqual(checked.ok ? [] : checked.problems.map(({ rule }) => rule), ['file-too-large']);
});

test('bytes that are not UTF-8 are shown on their line', () => {
  const bytes = Buffer.concat([
    encode(`---\n${needed}author: Andr`),
    Uint8Array.of(0xe9),
    encode('\n---\nTexte'),
  ]);
  const checked = readBytes(bytes);
  assert.deepEqual(checked.ok ? [] : checked.problems.map(({ line, rule }) => `${line} ${rule}`), [
    '6 not-utf-8',
  ]);
});

test('a field is found in its file, or what is nearest to it', () => {
  const bytes = encode(withFields('topics:\n  - commerce\n  - ports'));
  const find = frontMatterFinder(bytes);
  assert.deepEqual(find(['section']), { line: 5, column: 10 });
  assert.deepEqual(find(['topics', 1]), { line: 8, column: 5 });
  assert.deepEqual(find(['topics', 7]), { line: 7, column: 3 });
  assert.deepEqual(find(['dossiers', 0]), { line: 2, column: 1 });
  assert.deepEqual(frontMatterFinder(encode('Texte'))(['section']), { line: 1, column: 1 });
});

const pieces = fc.constantFrom(
  ...[
    '---\n',
    '---',
    '\n',
    'title: ',
    'source: x\n',
    'date: 2014-05-20\n',
    'section: chine\n',
    'image: ',
    'flash: ',
  ],
  ...[
    'corrections: ',
    'aliases: [',
    'topics: ',
    '- ',
    '  ',
    '"',
    "'",
    ']',
    '{',
    '}',
    ': ',
    '#',
    '&a ',
    '*a',
    '!t ',
    '\t',
  ],
  ...[
    '[^1]: ',
    '![](',
    '<script>',
    '{{ x }}',
    'é',
    '\0',
    '\u202e',
    'true',
    '9',
    '2013-01-01',
    '\r',
    '\r\n',
    '`',
    '|',
    '~',
  ],
);
const files = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.array(pieces, { maxLength: 40 }).map(words => encode(words.join(''))),
  fc.array(pieces, { maxLength: 20 }).map(words => encode(withFields(words.join('')))),
);

test('no file makes readArticle throw, and every problem has a position within the file, in order', () => {
  fc.assert(
    fc.property(files, bytes => {
      const checked = readBytes(bytes);
      if (checked.ok) return;
      assert.ok(checked.problems.length > 0);
      const lines = Buffer.from(bytes)
        .toString()
        .split(/\r\n?|\n/);
      for (const { line, column, message, file } of checked.problems) {
        assert.equal(file, 'articles/port.md');
        assert.ok(line >= 1 && line <= lines.length && column >= 1, `${line}:${column} ${message}`);
      }
      assert.deepEqual(checked.problems, checked.problems.toSorted(compareProblems));
      const { line } = frontMatterFinder(bytes)(['corrections', 0, 'date']);
      assert.ok(line >= 1 && line <= lines.length);
    }),
    howMany('article files'),
  );
});
