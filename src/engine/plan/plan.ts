// All pages of an edition against what the memory knows: which are rendered, which stay, which are removed.
import { hashNumber, mix } from '../../hash/hash.ts';
import { type ArticleMonth, articleMonths, filesOfArticles } from '../../pages/article-page.ts';
import type { Frame } from '../../pages/frame.ts';
import {
  ARCHIVE_TEMPLATES,
  FRONT_TEMPLATES,
  type Page,
  type PageContext,
  tellsEdition,
} from '../../pages/page.ts';
import { pagesBesideArticles } from '../../pages/pages.ts';
import { portalFile } from '../../pages/social.ts';
import type { WantedFile } from '../../pages/wanted-files.ts';
import type { Memory } from '../memory/memory.ts';
import { templateName } from '../rendering/templates.ts';

/** What a page's bytes follow from besides its own parts. */
export interface Ingredients {
  readonly code: string;
  /** Per template, see `templateFingerprints`. */
  readonly templates: ReadonlyMap<string, string>;
  readonly frame: Frame;
  readonly timeZone: string;
}

export interface PlannedPage {
  readonly page: Page;
  readonly fingerprint: number;
  /** Of the bytes that stand in the output; null when they are not known for certain. */
  readonly bytesHash: string | null;
}

export interface Plan {
  readonly render: readonly PlannedPage[];
  /** How many pages the edition has, and how many of them the memory knows: then the others it knows are gone. */
  readonly total: number;
  readonly known: number;
  /** Per month of articles: the fingerprint of all its pages together. */
  readonly months: ReadonlyMap<string, number>;
  /** Of all pages, rendered or not: the files that they name besides the theme's, some several times. */
  readonly files: () => Iterable<WantedFile>;
}

/**
 * A page is rendered when its fingerprint is not the remembered one, or when its file can't be trusted. A month of
 * articles with the remembered fingerprint is passed over as a whole.
 *
 * `standsAsRemembered` answers for one file where the output as a whole is in doubt; null: it is in none.
 */
export function planPages(
  context: PageContext,
  ingredients: Ingredients,
  memory: Memory,
  standsAsRemembered: ((url: string, bytesHash: string) => boolean) | null,
): Plan {
  const fingerprintOf = fingerprints(ingredients);
  const render: PlannedPage[] = [];
  const months = new Map<string, number>();
  const pagesWithFiles: NonNullable<Page['files']>[] = [];
  let total = 0;
  let known = 0;
  const look = (page: Page): void => {
    total++;
    const fingerprint = fingerprintOf.page(page);
    const remembered = memory.pages.get(page.url);
    if (remembered) known++;
    const written = remembered?.bytesHash ?? null;
    const stands = written !== null && (standsAsRemembered === null || standsAsRemembered(page.url, written));
    if (stands && remembered?.fingerprint === fingerprint) return;
    render.push({ page, fingerprint, bytesHash: stands ? written : null });
  };

  for (const page of pagesBesideArticles(context)) {
    look(page);
    if (page.files) pagesWithFiles.push(page.files);
  }
  const noDoubt = standsAsRemembered === null && memory.suspects.size === 0 && !memory.knowsNothingOnDisk;
  for (const month of articleMonths(context)) {
    const fingerprint = fingerprintOf.month(month);
    months.set(month.month, fingerprint);
    if (noDoubt && memory.months.get(month.month) === fingerprint) {
      total += month.size;
      known += month.size;
    } else for (const page of month.pages()) look(page);
  }
  const files = function* (): Generator<WantedFile, void> {
    yield portalFile(context);
    for (const filesOfPage of pagesWithFiles) yield* filesOfPage();
    yield* filesOfArticles(context);
  };
  return { render, total, known, months, files };
}

interface Fingerprints {
  page(page: Page): number;
  month(month: ArticleMonth): number;
}

function fingerprints({ code, templates, frame, timeZone }: Ingredients): Fingerprints {
  // The code: a new version may render the same view otherwise. The portal: its name and navigation are on every page.
  // The time zone: the same instant prints as another hour.
  const everywhere = hashNumber(JSON.stringify([code, frame.portal, timeZone]));
  // Only pages that carry the furniture change with it (design, rule 4).
  const furniture = hashNumber(JSON.stringify(frame.furniture));
  // Fronts of news say of which edition they are.
  const edition = hashNumber(JSON.stringify(frame.edition));
  // The template with all that it includes: an edit to one partial touches the pages that show it.
  const templateHashes = new Map(
    [...templates].map(([name, fingerprint]) => [name, mix(everywhere, hashNumber(fingerprint))]),
  );
  const ofTemplate = new Map<Page['template'], number>();
  for (const template of [...ARCHIVE_TEMPLATES, ...FRONT_TEMPLATES]) {
    ofTemplate.set(template, templateHashes.get(templateName(template)) ?? everywhere);
  }
  return {
    page(page) {
      const { template, furnished, parts } = page;
      const ofKind = ofTemplate.get(template) ?? everywhere;
      const kind = tellsEdition(page) ? mix(ofKind, edition) : ofKind;
      // The parts: whatever the page itself shows.
      return mix(furnished ? mix(kind, furniture) : kind, parts);
    },
    month({ size, furnished, parts }) {
      const kind = mix(ofTemplate.get('article')!, furnished > 0 ? mix(furniture, furnished) : 0);
      return mix(mix(kind, size), parts);
    },
  };
}
