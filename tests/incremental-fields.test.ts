// An incremental build equals a clean one after an edit of one field alone, for every field that can be written.
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { MiniSite } from './mini-site.ts';
import { ARTICLE_FIELDS, ARTICLE_GROUPS } from './random-edits/article-fields.ts';
import { COMMENT_FIELDS } from './random-edits/comment-edits.ts';
import { DATA_FIELDS, DATA_FILES } from './random-edits/data-fields.ts';
import { type EditedSite, editedSite } from './random-edits/edited-site.ts';
import { PAGE_FIELDS } from './random-edits/editorial-page-edits.ts';
import type { Edit } from './random-edits/histories.ts';
import { howMany, soakOrder } from './soak/how-many.ts';
import { assertSameTree, type Tree, treeOf } from './tree.ts';

/** Together on every list, and with all files that articles can have. */
const ARTICLES = [
  {
    slug: 'texte',
    summary: 'Un chapô.',
    author: 'Claire Morel',
    place: 'Pékin',
    flash: { text: 'Un flash', until: '2014-05-20T20:00' },
    corrections: ARTICLE_GROUPS.corrections,
    map: ARTICLE_GROUPS.map,
    aliases: ['/ancien.html'],
  },
  { slug: 'photo', image: ARTICLE_GROUPS.image },
  { slug: 'album', gallery: ARTICLE_GROUPS.gallery },
  { slug: 'film', video: { ...ARTICLE_GROUPS.video, poster: 'a.png' } },
  { slug: 'son', audio: ARTICLE_GROUPS.audio },
  { slug: 'une', priority: 1, summary: 'À lire d’abord.', image: ARTICLE_GROUPS.image },
  // Too old for the ticker, whose changes would hide others.
  { slug: 'ancien', date: '2014-05-18T08:00', pick: false },
];
const LEAD = 5;
const OLD = 6;

/** The article in whose group of fields one is edited; the others are edited in the first. */
const WITH_GROUP: Readonly<Record<string, number>> = { image: 1, gallery: 2, video: 3, audio: 4 };

const SHARED = {
  topics: ['commerce', 'energie'],
  dossiers: ['sommet', 'mondial'],
  pick: true,
  date: '2014-05-20T12:00',
};

const COMMENT = { name: null, date: '2014-05-20T14:03+08:00', text: 'Un avis.' };
const PAGE = { title: 'Contact', description: 'Écrire au portail.' };

const ofComment = (comment: object): Edit => ({
  of: 'comments',
  edit: { which: 0, name: '1.yaml', comment },
});
const ofPage = (fields: object): Edit => ({
  of: 'pages',
  edit: { name: 'contact', page: { fields, body: 0 } },
});
const ofData = (path: string, at: number, value: unknown): Edit => ({
  of: 'data',
  edit: { path, at, value },
});
const ofArticle = (which: number, path: string, at: number, value: unknown): Edit => ({
  of: 'articles',
  edit: { edit: 'field', which, field: { path, at, value } },
});

/** A portal on whose pages everything shows that can be written. */
function fullSite(): EditedSite {
  const edited = editedSite();
  for (const { slug, ...own } of ARTICLES) {
    const fields = { title: `Article ${slug}`, ...SHARED, ...own };
    edited.play({ of: 'articles', edit: { edit: 'add', folder: '', slug, fields, body: 0 } });
  }
  edited.play(ofComment(COMMENT));
  edited.play(ofPage(PAGE));
  for (const [path, { sample }] of Object.entries(DATA_FILES)) edited.play(ofData(path, 0, sample));
  edited.play(ofData('mostRead.addresses', 0, [0, 1]));
  for (const length of ['sectionLength', 'topicLength', 'feedLength']) edited.play(ofData(length, 0, 20));
  return edited;
}

/** Plays the edits one after the other, and compares what an incremental build makes of each with what a clean one does. */
async function assertAsClean(edits: readonly Edit[]): Promise<void> {
  const edited = fullSite();
  using site = edited.site;
  await site.built({ now: edited.now });
  for (const edit of edits) {
    const before = sourcesOf(site);
    edited.play(edit);
    // The value was there before, or was refused.
    if (isDeepStrictEqual(sourcesOf(site), before)) continue;
    const options = { now: edited.now, keepGoing: true, allowRemovals: true };
    const { problems } = await site.build(options);
    // It still shows the value of before.
    if (problems.some(({ staysOnline }) => staysOnline !== undefined)) continue;
    // Not after several edits: a later one may write what was there before, and hide that an earlier one went unnoticed.
    const clean = await site.cleanBuild(options);
    if (clean.outcome.ok) assertSameTree(site.tree(), clean.tree, `the trees after ${JSON.stringify(edit)}`);
  }
}

/** Built once for all fields; null: not yet, or not after a failure, which others would repeat. */
let standing: MiniSite | null = null;
after(() => standing?.[Symbol.dispose]());

/** The same of edits that are each made alone of the same site, in less time: what is built before an edit is what the edit before it made. */
async function assertEachAsClean(edits: readonly Edit[]): Promise<void> {
  for (const edit of edits) {
    const edited = fullSite();
    using sources = edited.site;
    const before = sourcesOf(sources);
    if (standing === null) {
      standing = fullSite().site;
      await standing.built({ now: edited.now });
    }
    edited.play(edit);
    if (isDeepStrictEqual(sourcesOf(sources), before)) continue;
    const site = standing;
    standing = null;
    bringSources(sources, site);
    const options = { now: edited.now, keepGoing: true, allowRemovals: true };
    const { problems } = await site.build(options);
    // An article that had a fault before still shows the value that it had before that.
    if (problems.every(({ staysOnline }) => staysOnline === undefined)) {
      const clean = await site.cleanBuild(options);
      if (clean.outcome.ok)
        assertSameTree(site.tree(), clean.tree, `the trees after ${JSON.stringify(edit)}`);
    }
    standing = site;
  }
}

/** Writes what differs, and nothing else. */
function bringSources(from: MiniSite, to: MiniSite): void {
  for (const folder of SOURCES) {
    const [wanted, present] = [from, to].map(({ dir }) => treeOf(join(dir, folder))) as [Tree, Tree];
    for (const name of present.keys()) if (!wanted.has(name)) to.remove(`${folder}/${name}`);
    for (const [name, bytes] of wanted)
      if (!present.get(name)?.equals(bytes)) to.write(`${folder}/${name}`, bytes);
  }
}

const SOURCES = ['content', '_data'];

function sourcesOf({ dir }: MiniSite): readonly Tree[] {
  return SOURCES.map(folder => treeOf(join(dir, folder)));
}

/** Two of the values, the same in each run, so that the test does not depend on luck. */
function twoOf(values: fc.Arbitrary<unknown>): [unknown, unknown] {
  const sample = fc.sample(values, { numRuns: 30, seed: 7 });
  const [first, second] = new Map(sample.map(value => [JSON.stringify(value), value])).values();
  return [first, second];
}

/** Of the edits of a field, those of the most different pages; the soak plays all. */
function someOf(edits: readonly Edit[]): readonly Edit[] {
  return soakOrder() === null ? [edits[0]!, edits.at(-1)!] : edits;
}

/** A test of each field: with two certain values of it, in the soak with random ones. */
function testFields(
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  edits: (path: string, first: unknown, second: unknown) => readonly Edit[],
): void {
  for (const [path, values] of Object.entries(fields))
    it(path, async () => {
      const check = soakOrder() === null ? assertEachAsClean : assertAsClean;
      const property = fc.asyncProperty(values, values, (first, second) =>
        check(someOf(edits(path, first, second))),
      );
      const examples = soakOrder() === null ? [twoOf(values)] : [];
      await fc.assert(property, { ...howMany('edits of one field'), examples });
    });
}

describe('an incremental build equals a clean one after an edit of an article’s', () => {
  testFields(ARTICLE_FIELDS, (path, first, second) => {
    const which = WITH_GROUP[path.split('.')[0]!] ?? 0;
    return [
      ofArticle(which, path, 0, first),
      ofArticle(which, path, 0, second),
      ofArticle(LEAD, path, 0, first),
      ofArticle(OLD, path, 1, second),
    ];
  });
});

describe('an incremental build equals a clean one after an edit of the data’s', () => {
  testFields(DATA_FIELDS, (path, first, second) => [
    ofData(path, 0, first),
    ofData(path, 0, second),
    ofData(path, 1, first),
    ofData(path, 2, second),
  ]);
});

describe('an incremental build equals a clean one after an edit of a comment’s', () => {
  testFields(COMMENT_FIELDS, (name, first, second) => [
    ofComment({ ...COMMENT, [name]: first }),
    ofComment({ ...COMMENT, [name]: second }),
  ]);
});

describe('an incremental build equals a clean one after an edit of an editorial page’s', () => {
  testFields(PAGE_FIELDS, (name, first, second) => [
    ofPage({ ...PAGE, [name]: first }),
    ofPage({ ...PAGE, [name]: second }),
  ]);
});
