// Photographs beside articles of several months, in folders of their own and for all: whatever becomes of them, what was built of a change, and what is remembered, is what a clean build gives.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { type BuildOutcome, buildSite } from '../src/engine/build.ts';
import { memoryFile } from '../src/engine/memory/memory-file.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { quickestFolder } from './quickest-folder.ts';
import { howMany } from './soak/how-many.ts';
import { treeOf } from './tree.ts';

const PHOTOGRAPHS = await Promise.all(
  ['#a21', '#13a', '#173'].map(background =>
    sharp({ create: { width: 64, height: 40, channels: 3, background } })
      .png()
      .toBuffer(),
  ),
);

/** Below the content folder: a name may lead to each of them, from one month or from all. */
const PLACES = [
  'articles/2014/03/a.png',
  'articles/2014/04/a.png',
  'articles/2014/05/a.png',
  'articles/2014/04/photos/a.png',
  'media/a.png',
  'media/photos/a.png',
  'media/2014/a.png',
  'pages/a.png',
] as const;

const TEXTS = ['articles/2014/04/texte.txt', 'media/texte.txt'] as const;

/** As an article may write it. */
const NAMES = ['a.png', '/a.png', 'photos/a.png', '2014/a.png', 'media/a.png', null] as const;

/** In a month each, but for the last two. */
const ARTICLES = ['2014/03/mars', '2014/04/avril', '2014/05/mai', '2014/05/lien'] as const;

type Edit =
  | { readonly kind: 'file'; readonly place: (typeof PLACES)[number]; readonly version: number | null }
  | { readonly kind: 'text'; readonly place: (typeof TEXTS)[number]; readonly isThere: boolean }
  | {
      readonly kind: 'article';
      readonly article: (typeof ARTICLES)[number];
      readonly image: (typeof NAMES)[number];
      /** Where it moves, its address does. */
      readonly section: number;
      readonly linked: number | null;
    }
  | { readonly kind: 'removal'; readonly article: (typeof ARTICLES)[number] }
  | { readonly kind: 'page'; readonly image: 'a.png' | '/photos/a.png' | null }
  | { readonly kind: 'data'; readonly image: 'a.png' | '2014/a.png' | null };

const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      place: fc.constantFrom(...PLACES),
      version: fc.option(fc.nat(PHOTOGRAPHS.length - 1), { freq: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      place: fc.constantFrom(...TEXTS),
      isThere: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('article' as const),
      article: fc.constantFrom(...ARTICLES),
      image: fc.constantFrom(...NAMES),
      section: fc.nat(1),
      linked: fc.option(fc.nat(ARTICLES.length - 1), { freq: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('removal' as const), article: fc.constantFrom(...ARTICLES) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('page' as const),
      image: fc.constantFrom('a.png' as const, '/photos/a.png' as const, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('data' as const),
      image: fc.constantFrom('a.png' as const, '2014/a.png' as const, null),
    }),
  },
);

function play(site: MiniSite, edit: Edit): void {
  switch (edit.kind) {
    case 'file':
      put(site, edit.place, edit.version === null ? null : PHOTOGRAPHS[edit.version]!);
      break;
    case 'text':
      put(site, edit.place, edit.isThere ? 'On entend la mer.\n' : null);
      break;
    case 'article': {
      const [year, month] = edit.article.split('/');
      const { image, section, linked } = edit;
      const fields = {
        date: `${year}-${month}-10T12:00`,
        section: section === 0 ? 'chine' : 'monde',
        ...(image !== null && { image: { src: image, alt: 'Une vue.' } }),
      };
      const link = linked === null ? '' : `[Un autre](../../${ARTICLES[linked]}.md).`;
      put(site, `articles/${edit.article}.md`, article(fields, `Un texte. ${link}`));
      break;
    }
    case 'removal':
      put(site, `articles/${edit.article}.md`, null);
      break;
    case 'page': {
      const picture = edit.image === null ? '' : `![Une vue.](${edit.image})`;
      put(
        site,
        'pages/contact.md',
        `---\ntitle: Contact\ndescription: Pour écrire.\n---\n\nÉcrire. ${picture}\n`,
      );
      break;
    }
    case 'data': {
      const image = edit.image === null ? '' : `\n  image: { src: "${edit.image}", alt: "Une vue." }`;
      site.write('_data/dossiers.yaml', `- slug: sommet\n  title: Le sommet\n  standfirst: Tout.${image}\n`);
      break;
    }
  }
}

function put(site: MiniSite, path: string, content: string | Uint8Array | null): void {
  const file = `content/${path}`;
  if (content !== null) site.write(file, content);
  else if (site.holds(file)) site.remove(file);
}

/** What a memory holds of files: of which months and folders, which pages need which, and who needs which twice. */
function rememberedFiles(cacheDir: string): readonly unknown[] {
  using database = new DatabaseSync(memoryFile(cacheDir), { readOnly: true });
  const rows = database
    .prepare(
      `SELECT kind, rows FROM bucket WHERE number >= 0 AND
        kind IN ('media', 'files of month', 'folder of files', 'need', 'need count', 'image')`,
    )
    .all() as { readonly kind: string; readonly rows: string }[];
  return rows
    .flatMap(({ kind, rows }) => (JSON.parse(rows) as unknown[]).map(row => JSON.stringify([kind, row])))
    .sort();
}

async function assertAsClean(site: MiniSite, outcome: BuildOutcome): Promise<void> {
  const other = mkdtempSync(join(quickestFolder(), 'quotidien-clean-'));
  try {
    const cacheDir = join(other, '.cache');
    const outputDir = join(other, '_site');
    const clean = await buildSite({ ...site.options(), cacheDir, outputDir });
    assert.equal(outcome.ok, clean.ok);
    assert.deepEqual(outcome.problems, clean.problems);
    if (!clean.ok) return;
    assert.deepEqual(site.tree(), treeOf(outputDir));
    assert.deepEqual(rememberedFiles(join(site.dir, '.cache')), rememberedFiles(cacheDir));
  } finally {
    rmSync(other, { recursive: true });
  }
}

describe('photographs of several months', () => {
  it('are found, missed and forgotten as a clean build does it, after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 }),
        async history => {
          using site = miniSite({
            '_data/dossiers.yaml': '- slug: sommet\n  title: Le sommet\n  standfirst: Tout.\n',
          });
          for (const name of ARTICLES)
            play(site, { kind: 'article', article: name, image: 'a.png', section: 0, linked: null });
          for (const place of PLACES.slice(0, 5)) play(site, { kind: 'file', place, version: 0 });
          await site.built();
          for (const round of history) {
            for (const edit of round) play(site, edit);
            await assertAsClean(site, await site.build({ allowRemovals: true }));
          }
        },
      ),
      howMany('histories of photographs'),
    );
  });

  it('are seen to change in two folders whose names are one to Unicode', async () => {
    using site = miniSite({});
    const folders = ['\u00e9t\u00e9', '\u00e9t\u00e9'.normalize('NFD')];
    for (const folder of folders) put(site, `media/${folder}/a.png`, PHOTOGRAPHS[0]!);
    const image = { src: '/été/a.png', alt: 'Une vue.' };
    put(site, 'articles/2014/03/mars.md', article({ date: '2014-03-10T12:00', image }));
    await site.built();
    const before = site.page('/chine/2014/03/10/mars.html');
    for (const folder of folders) {
      put(site, `media/${folder}/a.png`, PHOTOGRAPHS[1]!);
      await site.built();
    }
    assert.notEqual(site.page('/chine/2014/03/10/mars.html'), before);
  });
});
