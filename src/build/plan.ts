// All pages of an edition against what the memory knows: which are rendered, which stay, which are removed.
import { hashNumber, mix } from '../hash/hash.ts';
import type { Frame } from '../pages/frame.ts';
import { ARCHIVE_TEMPLATES, FRONT_TEMPLATES, type Page } from '../pages/page.ts';
import type { Memory } from './memory.ts';
import { templateName } from './templates.ts';

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
}

/**
 * A page is rendered when its fingerprint is not the remembered one, or when its file can't be trusted.
 * `standsAsRemembered` answers for one file where the output as a whole is in doubt.
 */
export function planPages(
  pages: Iterable<Page>,
  ingredients: Ingredients,
  memory: Memory,
  standsAsRemembered: (url: string, bytesHash: string) => boolean,
): Plan {
  const fingerprintOf = pageFingerprints(ingredients);
  const render: PlannedPage[] = [];
  let total = 0;
  let known = 0;
  for (const page of pages) {
    total++;
    const fingerprint = fingerprintOf(page);
    const remembered = memory.pages.get(page.url);
    if (remembered) known++;
    const trusted = remembered?.bytesHash && standsAsRemembered(page.url, remembered.bytesHash);
    const bytesHash = trusted ? remembered.bytesHash : null;
    if (bytesHash === null || remembered?.fingerprint !== fingerprint)
      render.push({ page, fingerprint, bytesHash });
  }
  return { render, total, known };
}

function pageFingerprints({ code, templates, frame, timeZone }: Ingredients): (page: Page) => number {
  // The code: a new version may render the same view otherwise. The portal: its name and navigation are on every page.
  // The time zone: the same instant prints as another hour.
  const everywhere = hashNumber(JSON.stringify([code, frame.portal, timeZone]));
  // Only pages that carry the furniture change with it (design, rule 4).
  const furniture = hashNumber(JSON.stringify(frame.furniture));
  // The template with all that it includes: an edit to one partial touches the pages that show it.
  const templateHashes = new Map(
    [...templates].map(([name, fingerprint]) => [name, mix(everywhere, hashNumber(fingerprint))]),
  );
  const ofTemplate = new Map<Page['template'], number>();
  for (const template of [...ARCHIVE_TEMPLATES, ...FRONT_TEMPLATES]) {
    ofTemplate.set(template, templateHashes.get(templateName(template)) ?? everywhere);
  }
  return ({ template, furnished, parts }) => {
    const kind = ofTemplate.get(template)!;
    // The parts: whatever the page itself shows.
    return mix(furnished ? mix(kind, furniture) : kind, parts);
  };
}
