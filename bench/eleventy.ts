// The corpus becomes a project for Eleventy: the same files of articles, and the templates of `peers/eleventy`.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { peerAssets } from './assets.ts';
import {
  ABOUT,
  CLOCK,
  type CorpusOptions,
  corpusFolders,
  DOSSIER_LENGTH,
  DOSSIERS,
  fileWriter,
  isoDate,
  PORTAL,
  SECTIONS,
  TOPICS,
} from './corpus.ts';

const PACKAGE = join(import.meta.dirname, '../node_modules/@11ty/eleventy');

export function eleventyVersion(): string {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/**
 * Writes the project into `dir`, which must be within this repository, since its configuration imports packages from
 * `node_modules`.
 */
export async function writeEleventyProject(
  dir: string,
  corpusDir: string,
  { dossierLength = DOSSIER_LENGTH }: CorpusOptions,
): Promise<void> {
  const { content, data } = corpusFolders(corpusDir);
  rmSync(dir, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'peers/eleventy'), dir, { recursive: true });
  cpSync(join(content, 'articles'), join(dir, 'articles'), { recursive: true });
  const write = fileWriter();
  const global = (name: string, value: unknown) =>
    write(join(dir, `_data/${name}.json`), JSON.stringify(value));
  const { files, policyHead, assetsHead, someHeads } = await peerAssets();
  // The list is not called `dossiers`, since Eleventy would give that global list to each article without the field `dossiers`.
  global('portal', {
    ...PORTAL,
    clock: isoDate(CLOCK),
    dossierLength,
    policyHead,
    assetsHead,
    ...someHeads,
    editorial: [{ url: `/${ABOUT.slug}/`, title: ABOUT.title }],
  });
  global('sections', SECTIONS);
  global('sectionNames', namesOf(SECTIONS.map(({ slug, name }) => [slug, name])));
  global('topicList', TOPICS);
  global('topicNames', namesOf(TOPICS.map(({ slug, name }) => [slug, name])));
  global('dossierList', DOSSIERS);
  global('dossierNames', namesOf(DOSSIERS.map(({ slug, title }) => [slug, title])));
  write(join(dir, '_data/mostRead.json'), readFileSync(join(data, 'most-read.json'), 'utf8'));
  const about = { layout: 'editorial.njk', title: ABOUT.title, description: ABOUT.description };
  write(join(dir, `${ABOUT.slug}.md`), `---\n${JSON.stringify(about)}\n---\n\n${ABOUT.body}`);
  for (const { url, bytes } of files) write(join(dir, 'static', url), bytes);
}

function namesOf(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs);
}

/** Node's arguments for a full build of the project in the working directory into `output`. */
export function eleventyArguments(output: string): readonly string[] {
  return [join(PACKAGE, 'cmd.cjs'), `--output=${output}`, '--quiet'];
}
