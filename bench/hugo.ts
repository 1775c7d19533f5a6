// The corpus to a project of Hugo's: the same articles with the front matter Hugo needs, and the templates of `peers/hugo`.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { peerAssets } from './assets.ts';
import {
  ABOUT,
  CLOCK,
  type CorpusArticle,
  type CorpusOptions,
  corpusArticles,
  corpusFolders,
  DOSSIERS,
  dayOf,
  fileWriter,
  frontMatter,
  isoDate,
  PORTAL,
  SECTIONS,
  TOPICS,
} from './corpus.ts';

/** The first line of `hugo version` in short (`v0.111.3+extended`), or null when there is no Hugo. */
export function hugoVersion(): string | null {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? (/v\d[\w.+-]*/.exec(stdout)?.[0] ?? 'unknown') : null;
}

/**
 * Writes the project into `dir`; `corpusDir` holds the corpus of the same options.
 *
 * Hugo has no archives by date. Of the ways to make them, taxonomies are the cheapest: Hugo gathers the pages of every
 * term in one pass as it reads, while a stub page for each day has to search all articles. So an article carries its year,
 * its month, its day and its section's month as terms.
 */
export async function writeHugoProject(
  dir: string,
  corpusDir: string,
  options: CorpusOptions,
): Promise<void> {
  rmSync(dir, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'peers/hugo'), dir, { recursive: true });
  const write = fileWriter();
  const topicsUsed = new Set<string>();
  for (const article of corpusArticles(options)) {
    const [year, month] = dayOf(article.date).split('-');
    for (const topic of article.topics) topicsUsed.add(topic);
    write(
      join(dir, 'content', article.section, `${year}/${month}/${article.slug}.md`),
      `---\n${frontMatter(article)}${dateTerms(article)}---\n${article.body}`,
    );
  }
  const stub = (path: string, fields: object, body = '') =>
    write(join(dir, 'content', path), `${JSON.stringify(fields, null, 2)}\n\n${body}`);
  SECTIONS.forEach(({ slug, name }, index) => {
    // `uglyURLs`, which gives articles their `.html`, would give it to the section too.
    stub(`${slug}/_index.md`, { title: name, weight: index + 1, url: `/${slug}/` });
  });
  // A topic without articles has no page, but a stub would make one.
  for (const { slug, name } of TOPICS.filter(topic => topicsUsed.has(topic.slug)))
    stub(`topics/${slug}/_index.md`, { title: name });
  DOSSIERS.forEach(({ slug, title, standfirst, running }, index) => {
    stub(`dossiers/${slug}/_index.md`, { title, standfirst, running, weight: index + 1 });
  });
  stub('dossiers/_index.md', { title: 'Pages spéciales' });
  stub('annees/_index.md', { title: 'Archives', url: '/archives/' });
  // Lists of all terms that our site doesn't have.
  for (const taxonomy of ['topics', 'mois', 'jours', 'rubriquesmois']) {
    stub(`${taxonomy}/_index.md`, { title: taxonomy, _build: { render: 'never' } });
  }
  stub(`${ABOUT.slug}.md`, { title: ABOUT.title, description: ABOUT.description }, ABOUT.body);

  write(
    join(dir, 'data/mostread.json'),
    readFileSync(join(corpusFolders(corpusDir).data, 'most-read.json'), 'utf8'),
  );
  const { files, policyHead, assetsHead, articleHead } = await peerAssets();
  const portal = { ...PORTAL, clock: isoDate(CLOCK), policyHead, assetsHead, articleHead };
  write(join(dir, 'data/portal.json'), JSON.stringify(portal));
  for (const { url, bytes } of files) write(join(dir, 'static', url), bytes);
}

function dateTerms({ date, section }: CorpusArticle): string {
  const day = dayOf(date).replaceAll('-', '/');
  const month = day.slice(0, 7);
  return `annees: ["${day.slice(0, 4)}"]\nmois: [${month}]\njours: [${day}]\nrubriquesmois: [${section}/${month}]\n`;
}

/** The arguments of a full build of the project in `dir`, from that folder, into `output`. */
export function hugoArguments(dir: string, output: string): readonly string[] {
  return ['--source', dir, '--destination', output, '--cacheDir', join(dir, 'cache'), '--quiet'];
}
