// The corpus becomes a project for Hugo: the same articles with the front matter that Hugo needs, and the templates of `peers/hugo`.
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
  DOSSIER_LENGTH,
  DOSSIERS,
  dayOf,
  fileWriter,
  frontMatter,
  isoDate,
  PORTAL,
  SECTIONS,
  TOPICS,
} from './corpus.ts';

/** Hugo, as it is called: the one on the path, unless the variable `HUGO` names another. */
export function hugoProgram(): string {
  return process.env.HUGO ?? 'hugo';
}

/** Hugo's version (`v0.111.3+extended`); null when Hugo is not installed. */
export function hugoVersion(): string | null {
  const { status, stdout } = spawnSync(hugoProgram(), ['version'], { encoding: 'utf8' });
  return status === 0 ? (/v\d[\w.+-]*/.exec(stdout)?.[0] ?? 'unknown') : null;
}

/** Newer versions call it otherwise (Hugo's release notes, 0.145). */
function buildField(): 'build' | '_build' {
  const [, minor = '0'] = /^v0\.(\d+)/.exec(hugoVersion() ?? '') ?? [];
  return Number(minor) >= 145 ? 'build' : '_build';
}

/**
 * Writes the project into `dir`.
 *
 * Hugo has no archives by date. Taxonomies are the fastest way to make them: Hugo collects the pages of all terms in one
 * pass while it reads, and a page for each day would have to search all articles. So each article has its year, its month,
 * its day and its section's month as terms.
 * @param corpusDir the folder of the corpus that was written with the same options.
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
  const { dossierLength = DOSSIER_LENGTH } = options;
  const large = largeDossiers(options, dossierLength);
  for (const article of corpusArticles(options)) {
    const [year, month] = dayOf(article.date).split('-');
    for (const topic of article.topics) topicsUsed.add(topic);
    write(
      join(dir, 'content', article.section, `${year}/${month}/${article.slug}.md`),
      `---\n${frontMatter(article)}${dateTerms(article, large)}---\n${article.body}`,
    );
  }
  const stub = (path: string, fields: object, body = '') =>
    write(join(dir, 'content', path), `${JSON.stringify(fields, null, 2)}\n\n${body}`);
  SECTIONS.forEach(({ slug, name }, index) => {
    // Without `url`, the option `uglyURLs`, which articles need, would give sections an address with `.html`, too.
    stub(`${slug}/_index.md`, { title: name, weight: index + 1, url: `/${slug}/` });
  });
  // Only topics with articles: our site has no page for the others, and Hugo would write one for a stub.
  for (const { slug, name } of TOPICS.filter(topic => topicsUsed.has(topic.slug)))
    stub(`topics/${slug}/_index.md`, { title: name });
  DOSSIERS.forEach(({ slug, title, standfirst, running }, index) => {
    stub(`dossiers/${slug}/_index.md`, { title, standfirst, running, weight: index + 1 });
  });
  stub('dossiers/_index.md', { title: 'Pages spéciales' });
  stub('annees/_index.md', { title: 'Archives', url: '/archives/' });
  // Hugo would also write a page with all terms of each of these taxonomies, which our site does not have.
  for (const taxonomy of ['topics', 'mois', 'jours', 'rubriquesmois', 'periodesdossiers']) {
    stub(`${taxonomy}/_index.md`, { title: taxonomy, [buildField()]: { render: 'never' } });
  }
  stub(`${ABOUT.slug}.md`, { title: ABOUT.title, description: ABOUT.description }, ABOUT.body);

  write(
    join(dir, 'data/mostread.json'),
    readFileSync(join(corpusFolders(corpusDir).data, 'most-read.json'), 'utf8'),
  );
  const { files, policyHead, assetsHead, someHeads } = await peerAssets();
  const portal = { ...PORTAL, dossierLength, clock: isoDate(CLOCK), policyHead, assetsHead, ...someHeads };
  write(join(dir, 'data/portal.json'), JSON.stringify(portal));
  for (const { url, bytes } of files) write(join(dir, 'static', url), bytes);
}

/** Those with more articles than a page lists. */
function largeDossiers(options: CorpusOptions, dossierLength: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { dossiers } of corpusArticles(options))
    for (const slug of dossiers) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > dossierLength).map(([slug]) => slug));
}

function dateTerms({ date, section, dossiers }: CorpusArticle, large: ReadonlySet<string>): string {
  const day = dayOf(date).replaceAll('-', '/');
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  const years = dossiers.filter(slug => large.has(slug)).map(slug => `${slug}/${year}`);
  return `annees: ["${year}"]\nmois: [${month}]\njours: [${day}]\nrubriquesmois: [${section}/${month}]\nperiodesdossiers: [${years}]\n`;
}

/** Hugo's arguments for a full build of the project in `dir` into `output`. The working directory must be `dir`. */
export function hugoArguments(dir: string, output: string): readonly string[] {
  return ['--source', dir, '--destination', output, '--cacheDir', join(dir, 'cache'), '--quiet'];
}
