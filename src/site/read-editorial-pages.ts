// The folder `content/pages/` to the checked editorial pages (à propos, mentions légales), in the footer's order.
import type { z } from 'zod';
import type { SitePlace } from '../address/site-place.ts';
import { bodyReferences, type FoundMedia, type MediaReference } from '../article/article-media.ts';
import { checkBody } from '../article/check/check-body.ts';
import { bodyAddresses } from '../article/markdown/body-addresses.ts';
import { bodyLinks } from '../article/markdown/body-links.ts';
import { splitFile } from '../article/read-article.ts';
import { slugOfFile } from '../article/slug.ts';
import { type ContentSource, textBytes } from '../content/content-source.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import { capProblems } from '../problem/cap-problems.ts';
import { type Checked, compareProblems, type Problem } from '../problem/problem.ts';
import { breaks } from '../problem/rule.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { isLeftByProgram, isNoContent } from '../source/left-by-programs.ts';
import { readYaml } from '../source/read-yaml.ts';
import { editorialPageSchema } from './editorial-page-schema.ts';
import { reportInUse, reportTwice } from './formerly-schema.ts';
import type { Site } from './site.ts';

/** Below the content folder. */
const PAGES = 'pages';

/** The file of a page, below the content folder. */
export function editorialFile(slug: string): string {
  return `${PAGES}/${slug}.md`;
}

/** The files that `readEditorialPages` is going to read. */
export function editorialFiles(source: ContentSource): readonly string[] {
  return listFiles(source).map(({ file }) => file);
}

/** A page that belongs to no section and has no date. Its address is `/{slug}/`. */
export interface EditorialPageSource {
  /** Path below the content folder, with `/` separators: `pages/a-propos.md`. */
  readonly file: string;
  /** The file's name without `.md`. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly order: number;
  /** The slugs that it had before, whose addresses lead on. */
  readonly formerly: readonly string[];
  /** The Markdown after the front matter, with `\n` line ends. */
  readonly body: string;
  /** The files that the text shows or links to, each once. */
  readonly media: readonly MediaReference[];
  /** The addresses within the site to which the text links, each once. */
  readonly links: readonly string[];
}

/** The page with the files that are meant. */
export interface EditorialPage extends EditorialPageSource {
  readonly media: readonly FoundMedia[];
}

/** What pages have to know of the site. */
type SiteOfPages = Pick<Site, 'sections'> & SitePlace;

/** The faultless pages, and what is wrong with the others. */
export interface EditorialPages {
  /** By `order`, then slug. */
  readonly pages: readonly EditorialPageSource[];
  /** Of all, faultless or not, below the content folder. */
  readonly files: readonly string[];
  /** In the order of `compareProblems`, their `file` relative to the content folder. */
  readonly problems: readonly Problem[];
}

/**
 * Reads all editorial pages.
 * @param source holds `pages/`; without that folder there are no pages, and no problem.
 * @param site for its sections, whose addresses no page may take.
 * @param reserved first parts of addresses that no page may take either.
 */
export function readEditorialPages(
  source: ContentSource,
  site: SiteOfPages,
  reserved: ReadonlySet<string>,
): EditorialPages {
  if (source.kindOf(PAGES) === 'link')
    return {
      pages: [],
      files: [],
      problems: [wholeFile(PAGES, 'not-a-file', problemMessages.linkedFolder())],
    };
  const pages: EditorialPageSource[] = [];
  const problems: Problem[] = [];
  const items = [...listFiles(source)].sort((a, b) => (a.file < b.file ? -1 : 1));
  const taken: TakenSlugs = {
    sections: site.sections,
    reserved,
    pages: new Map(items.map(({ file }) => [slugOfFile(file).slug, file])),
    formerly: new Map(),
  };
  for (const item of items) {
    const misplaced = findMisplacement(item);
    const page = misplaced === null ? readPage(source, item.file, site, taken) : fail(misplaced);
    if (page.ok) pages.push(page.value);
    else problems.push(...page.problems);
  }
  return {
    pages: pages.sort(comparePages),
    files: items.map(({ file }) => file),
    problems: problems.sort(compareProblems),
  };
}

/** By `order`; two of the same by slug, of which no two are equal. */
function comparePages(a: EditorialPageSource, b: EditorialPageSource): number {
  return a.order - b.order || (a.slug < b.slug ? -1 : 1);
}

/** Something in the folder of pages; `file` is its path below the content folder, with `/` separators. */
interface FoundItem {
  readonly file: string;
  readonly isFile: boolean;
}

/** What is named like Markdown below `pages/`, and symbolic links; what programs left, and files about the folder, are left out. */
function listFiles(source: ContentSource, folder = PAGES): readonly FoundItem[] {
  const items = source.items(folder);
  if (typeof items === 'string') return [];
  return items.flatMap(({ name, kind }): readonly FoundItem[] => {
    const file = `${folder}/${name}`;
    if (kind === 'folder' ? isLeftByProgram(name) : isNoContent(name)) return [];
    const isMarkdown = /\.(?:md|markdown)$/i.test(name);
    if (kind === 'folder' && !isMarkdown) return listFiles(source, file);
    return isMarkdown || kind === 'link' ? [{ file, isFile: kind === 'file' }] : [];
  });
}

/** What would be left out in silence is said. A link could lead out of the repository, so none is followed. */
function findMisplacement({ file, isFile }: FoundItem): Problem | null {
  // Node puts U+FFFD for bytes that are not UTF-8: such a file cannot be asked for by its name.
  if (file.includes('\ufffd')) return wholeFile(file, 'unreadable-name', problemMessages.unreadableName());
  if (!isFile) return wholeFile(file, 'not-a-file', problemMessages.notAFile());
  if (file.split('/').length > 2) {
    return wholeFile(
      file,
      'page-folder',
      'Une page se range directement dans le dossier « pages » ; déplacez ce fichier d’un niveau ou plus.',
    );
  }
  if (!file.endsWith('.md')) {
    return wholeFile(
      file,
      'page-ending',
      'Le nom d’une page finit par « .md » en minuscules ; renommez ce fichier.',
    );
  }
  return null;
}

function readPage(
  source: ContentSource,
  file: string,
  site: SiteOfPages,
  taken: TakenSlugs,
): Checked<EditorialPageSource> {
  const { slug, mistake } = slugOfFile(file, 'de la page');
  const addressProblems =
    mistake === null ? checkAddress(slug, file, taken) : [wholeFile(file, mistake.rule, mistake.message)];
  let bytes: Uint8Array;
  try {
    bytes = textBytes(source, file);
  } catch {
    return fail(...addressProblems, wholeFile(file, 'unreadable-file', problemMessages.unreadableFile()));
  }
  const split = splitFile(file, bytes);
  if (!split.ok) return fail(...addressProblems, ...split.problems);
  const { yaml, body, bodyLine } = split.value;
  const fields = readYaml(yaml, pageSchema(file, taken), { file, firstLine: 1 });
  const problems = [
    ...addressProblems,
    ...(fields.ok ? [] : fields.problems),
    ...checkBody(body, bodyLine).map(problem => ({ file, ...problem })),
    ...checkNotEmpty(body, bodyLine, file),
  ];
  if (!fields.ok || problems.length > 0) return fail(...capProblems(problems.sort(compareProblems)));
  return {
    ok: true,
    value: {
      file,
      slug,
      ...fields.value,
      body,
      media: bodyReferences(bodyAddresses(body)),
      links: bodyLinks(body, site),
    },
  };
}

/** First parts of addresses, by who has them or had them. */
interface TakenSlugs {
  readonly sections: SiteOfPages['sections'];
  readonly reserved: ReadonlySet<string>;
  /** The files of all pages, faultless or not. */
  readonly pages: ReadonlyMap<string, string>;
  /** The files of the pages read so far, by their old slugs. */
  readonly formerly: Map<string, string>;
}

/** The fields of the page in `file`, whose old slugs nobody else has or had. */
function pageSchema(file: string, taken: TakenSlugs) {
  // On fields that have other mistakes too, so that all are shown at once.
  return editorialPageSchema.superRefine(
    (fields: unknown, context) => checkFormerSlugs(fields, context, file, taken),
    {
      when: () => true,
    },
  );
}

function checkFormerSlugs(
  fields: unknown,
  context: z.RefinementCtx,
  file: string,
  { sections, reserved, pages, formerly }: TakenSlugs,
): void {
  const { slugHolder, formerSlugReserved } = problemMessages;
  const slugs = (fields as Partial<EditorialPageSource> | null)?.formerly;
  if (!Array.isArray(slugs)) return;
  for (const [index, slug] of slugs.entries()) {
    const path = ['formerly', index];
    const section = sections.find(each => each.slug === slug);
    const formerSection = sections.find(each => each.formerly.includes(slug));
    const [page, formerPage] = [pages.get(slug), formerly.get(slug)];
    if (reserved.has(slug)) {
      const message = formerSlugReserved(slug);
      context.addIssue({ code: 'custom', path, message, params: breaks('reserved-address') });
    } else if (section) reportInUse(context, path, slug, slugHolder.section(section.name));
    else if (page) reportInUse(context, path, slug, slugHolder.page(page));
    else if (formerSection) reportTwice(context, path, slug, slugHolder.section(formerSection.name));
    else if (formerPage) reportTwice(context, path, slug, slugHolder.page(formerPage));
    else formerly.set(slug, file);
  }
}

function checkAddress(slug: string, file: string, { sections, reserved }: TakenSlugs): readonly Problem[] {
  if (reserved.has(slug)) {
    return [
      wholeFile(
        file,
        'reserved-address',
        `L’adresse « /${slug}/ » est réservée au portail ; renommez ce fichier.`,
      ),
    ];
  }
  const section = sections.find(other => other.slug === slug);
  if (section !== undefined) {
    return [
      wholeFile(
        file,
        'address-taken',
        `L’adresse « /${slug}/ » est déjà celle de la rubrique « ${section.name} » ; renommez ce fichier.`,
      ),
    ];
  }
  const moved = sections.find(other => other.formerly.includes(slug));
  return moved
    ? [wholeFile(file, 'address-taken', problemMessages.formerAddressOfSection(slug, moved.name))]
    : [];
}

function checkNotEmpty(body: string, bodyLine: number, file: string): readonly Problem[] {
  if (body.trim() !== '') return [];
  const message = 'Cette page n’a pas de texte ; écrivez-le après la ligne « --- » qui ferme les champs.';
  return [{ file, line: bodyLine, column: 1, rule: 'empty-body', message }];
}

function fail(...problems: readonly Problem[]): Checked<never> {
  return { ok: false, problems };
}
