// All pages of an edition against what the memory knows: which are rendered, which stay, which are removed.
import { hashOf } from '../hash/hash.ts';
import type { Frame } from '../pages/frame.ts';
import type { Page } from '../pages/page.ts';
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
  readonly fingerprint: string;
  /** Of the bytes that stand in the output; null when they are not known for certain. */
  readonly bytesHash: string | null;
}

export interface Plan {
  readonly render: readonly PlannedPage[];
  /** Per address of every page of the edition: its fingerprint. */
  readonly fingerprints: ReadonlyMap<string, string>;
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
  const fingerprints = new Map<string, string>();
  const render: PlannedPage[] = [];
  for (const page of pages) {
    const fingerprint = fingerprintOf(page);
    fingerprints.set(page.url, fingerprint);
    const known = memory.pages.get(page.url);
    const bytesHash =
      known?.bytesHash && standsAsRemembered(page.url, known.bytesHash) ? known.bytesHash : null;
    if (bytesHash === null || known?.fingerprint !== fingerprint)
      render.push({ page, fingerprint, bytesHash });
  }
  return { render, fingerprints };
}

function pageFingerprints({ code, templates, frame, timeZone }: Ingredients): (page: Page) => string {
  // The code: a new version may render the same view otherwise. The portal: its name and navigation are on every page.
  // The time zone: the same instant prints as another hour.
  const everywhere = hashOf(JSON.stringify([code, frame.portal, timeZone]));
  // Only pages that carry the furniture change with it (design, rule 4).
  const furniture = hashOf(JSON.stringify(frame.furniture));
  const beginnings = new Map<string, string>();
  return page => {
    const kind = `${page.template} ${page.furnished}`;
    let beginning = beginnings.get(kind);
    if (beginning === undefined) {
      // The template with all that it includes: an edit to one partial touches the pages that show it.
      beginning = `${everywhere} ${templates.get(templateName(page.template))} ${page.furnished ? furniture : ''} `;
      beginnings.set(kind, beginning);
    }
    // The parts: whatever the page itself shows.
    return hashOf(beginning + page.parts());
  };
}
