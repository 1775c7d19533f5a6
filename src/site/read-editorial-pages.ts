// The folder `content/pages/` to the checked editorial pages (à propos, mentions légales), in the footer's order.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { splitFrontMatter } from '../article/front-matter.ts';
import { checkBody } from '../article/markdown/check-body.ts';
import { slugOfFile } from '../article/slug.ts';
import { type Checked, compareProblems, type Problem } from '../problem/problem.ts';
import { decodeText } from '../source/decode-text.ts';
import { readYaml } from '../source/read-yaml.ts';
import { editorialPageSchema } from './editorial-page-schema.ts';
import { isReservedAddress } from './reserved-addresses.ts';
import type { Site } from './site.ts';

/** A page that belongs to no section and has no date. Its address is `/{slug}/`. */
export interface EditorialPage {
  /** Path below the content folder, with `/` separators: `pages/a-propos.md`. */
  readonly file: string;
  /** The file's name without `.md`. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly order: number;
  /** The Markdown after the front matter, with `\n` line ends. */
  readonly body: string;
}

/**
 * Reads all editorial pages.
 * @param contentDir the folder that holds `pages/`; without that folder there are no pages, and no problem.
 * @param site for its sections, whose addresses no page may take.
 * @returns the pages by `order`, then slug; or all problems in the order of `compareProblems`, their `file` relative
 *   to the content folder.
 */
export function readEditorialPages(contentDir: string, site: Site): Checked<readonly EditorialPage[]> {
  const pages: EditorialPage[] = [];
  const problems: Problem[] = [];
  for (const name of listFiles(path.join(contentDir, 'pages'))) {
    const file = `pages/${name}`;
    const misplaced = findMisplacement(name, file);
    const page = misplaced === null ? readPage(contentDir, file, site) : fail(misplaced);
    if (page.ok) pages.push(page.value);
    else problems.push(...page.problems);
  }
  return problems.length > 0
    ? { ok: false, problems: problems.sort(compareProblems) }
    : { ok: true, value: pages.sort(comparePages) };
}

/** By `order`; two of the same by slug, of which no two are equal. */
function comparePages(a: EditorialPage, b: EditorialPage): number {
  return a.order - b.order || (a.slug < b.slug ? -1 : 1);
}

/** The Markdown files of a folder and its folders, with `/` separators; hidden ones are programs' own and left out. */
function listFiles(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .map(name => name.split(path.sep).join('/'))
    .filter(name => /\.(?:md|markdown)$/i.test(name) && !/(?:^|\/)\./.test(name));
}

/** What would be left out in silence is said. */
function findMisplacement(name: string, file: string): Problem | null {
  if (name.includes('/')) {
    return wholeFile(
      file,
      'page-folder',
      'Une page se range directement dans le dossier « pages » ; déplacez ce fichier d’un niveau ou plus.',
    );
  }
  if (!name.endsWith('.md')) {
    return wholeFile(
      file,
      'page-ending',
      'Le nom d’une page finit par « .md » en minuscules ; renommez ce fichier.',
    );
  }
  return null;
}

function readPage(contentDir: string, file: string, site: Site): Checked<EditorialPage> {
  const { slug, mistake } = slugOfFile(file, 'de la page');
  const addressProblems =
    mistake === null ? checkAddress(slug, file, site) : [wholeFile(file, mistake.rule, mistake.message)];
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path.join(contentDir, file));
  } catch {
    return fail(
      ...addressProblems,
      wholeFile(
        file,
        'unreadable-file',
        'Ce fichier ne peut pas être lu ; vérifiez que c’est bien un fichier et que vous avez le droit de le lire.',
      ),
    );
  }
  const text = decodeText(bytes, file);
  if (!text.ok) return fail(...addressProblems, ...text.problems);
  const split = splitFrontMatter(text.value, file);
  if (!split.ok) return fail(...addressProblems, ...split.problems);
  const { yaml, body, bodyLine } = split.value;
  const fields = readYaml(yaml, editorialPageSchema, { file, firstLine: 1 });
  const problems = [
    ...addressProblems,
    ...(fields.ok ? [] : fields.problems),
    ...checkBody(body, bodyLine).map(problem => ({ file, ...problem })),
    ...checkNotEmpty(body, bodyLine, file),
  ];
  if (!fields.ok || problems.length > 0) return fail(...problems);
  return { ok: true, value: { file, slug, ...fields.value, body } };
}

function checkAddress(slug: string, file: string, site: Site): readonly Problem[] {
  if (isReservedAddress(slug)) {
    return [
      wholeFile(
        file,
        'reserved-address',
        `L’adresse « /${slug}/ » est réservée au portail ; renommez ce fichier.`,
      ),
    ];
  }
  const section = site.sections.find(other => other.slug === slug);
  if (section !== undefined) {
    return [
      wholeFile(
        file,
        'address-taken',
        `L’adresse « /${slug}/ » est déjà celle de la rubrique « ${section.name} » ; renommez ce fichier.`,
      ),
    ];
  }
  return [];
}

function checkNotEmpty(body: string, bodyLine: number, file: string): readonly Problem[] {
  if (body.trim() !== '') return [];
  const message = 'Cette page n’a pas de texte ; écrivez-le après la ligne « --- » qui ferme les champs.';
  return [{ file, line: bodyLine, column: 1, rule: 'empty-body', message }];
}

function wholeFile(file: string, rule: string, message: string): Problem {
  return { file, line: 1, column: 1, rule, message };
}

function fail(...problems: readonly Problem[]): Checked<never> {
  return { ok: false, problems };
}
