// Any article may move anywhere: either nothing changes, or every text still links to the articles and shows the photographs that it did.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { it } from 'node:test';
import fc from 'fast-check';
import { articleUrl } from '../src/address/addresses.ts';
import type { Article } from '../src/article/article.ts';
import { mediaOf } from '../src/article/article-media.ts';
import { linkWithin } from '../src/article/markdown/body-links.ts';
import { readArticle } from '../src/article/read-article.ts';
import { workingTree } from '../src/content/working-tree.ts';
import { carryOut } from '../src/engine/moving/carry-out.ts';
import { planMove } from '../src/engine/moving/plan-move.ts';
import { readSiteData } from '../src/engine/reading/read-content.ts';
import { fileMeant } from '../src/engine/reading/read-links.ts';
import { walkContent } from '../src/engine/reading/walk-content.ts';
import { findMedia, mediaIndex } from '../src/media/find-media.ts';
import { SITE_RULES } from '../src/pages/site-rules.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';
import { howMany } from './soak/how-many.ts';

const SLUGS = ['port', 'foire', 'match', 'quai'] as const;
const FOLDERS = [
  'articles',
  'articles/2014/05',
  'articles/2014/04',
  'articles/chine',
  'articles/chine/2014-05',
];
const PHOTOGRAPHS = ['quai.svg', 'photos/quai.svg', '2014/05/quai.svg', 'vue du port.svg'];
const DAYS = ['2014-05-20', '2014-05-19', '2014-04-30'];
const SECTIONS = ['chine', 'sport'];

/** How one text names another article. */
const LINKS = ['by file', 'from the root', 'by address', 'relatively'] as const;

const madeUp = fc.record({
  folder: fc.constantFrom(...FOLDERS),
  section: fc.constantFrom(...SECTIONS),
  day: fc.constantFrom(...DAYS),
  draft: fc.boolean(),
  photographs: fc.uniqueArray(fc.constantFrom(...PHOTOGRAPHS), { maxLength: 2 }),
  beside: fc.boolean(),
  links: fc.array(fc.tuple(fc.nat({ max: SLUGS.length - 1 }), fc.constantFrom(...LINKS)), { maxLength: 3 }),
});

const move = fc.record({
  which: fc.nat({ max: SLUGS.length - 1 }),
  slug: fc.option(fc.constantFrom('rade', ...SLUGS), { nil: undefined }),
  section: fc.option(fc.constantFrom(...SECTIONS), { nil: undefined }),
  date: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
});

type MadeUp = typeof madeUp extends fc.Arbitrary<infer Value> ? Value : never;

function fileOf(all: readonly MadeUp[], index: number): string {
  return `${all[index]!.folder}/${SLUGS[index]}.md`;
}

function urlOf(all: readonly MadeUp[], index: number): string {
  const { section, day } = all[index]!;
  return articleUrl({ section, day, slug: SLUGS[index]! });
}

function linkTo(all: readonly MadeUp[], from: number, to: number, how: (typeof LINKS)[number]): string {
  if (how === 'from the root') return `/content/${fileOf(all, to)}`;
  if (how === 'by file') return posix.relative(all[from]!.folder, fileOf(all, to));
  if (how === 'by address') return urlOf(all, to);
  return posix.relative(posix.dirname(urlOf(all, from)), urlOf(all, to));
}

/** A site of four articles, of which none links to a draft that it is none itself. */
function siteOf(all: readonly MadeUp[]): MiniSite {
  const files: Record<string, string> = {};
  for (const [index, { folder, section, day, draft, photographs, beside, links }] of all.entries()) {
    const shown = photographs.map(name => `![Un quai](<${name}>)`);
    const linked = links
      .filter(([to]) => draft || !all[to]!.draft)
      .map(([to, how]) => `Voir [lui](${linkTo(all, index, to, how)}).`);
    const body = ['Le texte.', ...shown, ...linked].join('\n\n');
    files[`content/${fileOf(all, index)}`] = article(
      { title: SLUGS[index], section, date: `${day}T08:00`, draft },
      body,
    );
    for (const name of photographs) {
      const path = beside ? `${folder}/${name}` : `media/${name}`;
      files[`content/${path}`] =
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><desc>${path}</desc><rect width="40" height="30"/></svg>`;
    }
  }
  return miniSite(files);
}

/** By title: what each text shows, by the bytes, and to which titles its links lead, each once. */
function meaning(site: MiniSite): Readonly<Record<string, readonly string[]>> {
  const contentDir = join(site.dir, 'content');
  const found = walkContent(workingTree(contentDir));
  const articles = found.files.map((file): Article => {
    const read = readArticle(file, readFileSync(join(contentDir, file)), {
      timeZone: 'Asia/Shanghai',
      place: PLACE,
    });
    assert.ok(read.ok);
    return read.value.article;
  });
  const index = mediaIndex(found.media.files);
  const titleAt = (path: string): string | undefined =>
    articles.find(each => articleUrl(each) === path || each.aliases.includes(path))?.title;
  return Object.fromEntries(
    articles.map(each => [
      each.title,
      [
        ...new Set([
          ...mediaOf(each).map(({ role, src }) => {
            if (role === 'page')
              return `→ ${articles.find(other => other.file === fileMeant(each.file, src))?.title}`;
            const media = findMedia(index, each.file, src);
            return media.ok ? readFileSync(join(contentDir, media.file), 'utf8') : 'missing';
          }),
          ...each.bodyLinks.map(link => `→ ${titleAt(linkWithin(link, articleUrl(each), PLACE)!.path)}`),
        ]),
      ].sort(),
    ]),
  );
}

const PLACE = { baseUrl: 'https://portail.example', typedFolder: '' };

function textsOf(site: MiniSite): readonly string[] {
  return readdirSync(join(site.dir, 'content'), { recursive: true, encoding: 'utf8' }).sort();
}

it('an article that moves takes along all that it means, and all that others mean by it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(madeUp, { minLength: 4, maxLength: 4 }),
      move,
      async (all, { which, ...wish }) => {
        using site = siteOf(all);
        const before = meaning(site);
        const { problems, warnings } = await site.checked();
        fc.pre(problems.length === 0 && warnings.length === 0);
        const data = readSiteData({ dataDir: join(site.dir, '_data') }, SITE_RULES);
        assert.ok(data.ok);
        const contentDir = join(site.dir, 'content');
        const file = join(contentDir, fileOf(all, which));
        const files = textsOf(site);
        const planned = planMove(
          { file, ...wish },
          { contentDir, site: data.value, now: Date.parse(AFTERNOON) },
        );
        if (!planned.ok) {
          assert.deepEqual(textsOf(site), files);
          return;
        }
        carryOut(contentDir, planned.plan);
        assert.deepEqual(meaning(site), before);
        const after = await site.checked();
        assert.deepEqual([...after.problems, ...after.warnings], []);
      },
    ),
    howMany('moves of articles'),
  );
});
