// All pages of an edition against what the memory knows: which are rendered, which stay, which files they need.
import { hashNumber, mix } from '../../hash/hash.ts';
import { type DerivedFile, filesReferred } from '../../pages/derived-files.ts';
import { type FilledBlock, furnitureDigest } from '../../pages/furniture/furniture.ts';
import type { FurniturePart } from '../../pages/furniture/furniture-block.ts';
import type { Furnished, Page, PageContext, PageMonth, PageType } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import { type FirstLook, inspect, inspectRoughly, type Referred } from '../../pages/shown.ts';
import type { ToolSources } from '../../pages/tools.ts';
import type { FurniturePointer, Moment, Portal } from '../../pages/views.ts';
import type { FurnitureMode } from '../../site/furniture-modes.ts';
import type { Memory } from '../memory/memory.ts';
import type { BodyPlace, RememberedPage } from '../memory/row-formats.ts';
import {
  type Cause,
  causesOf,
  NEW,
  packCauses,
  type RememberedIngredients,
  readIngredients,
  rememberedIngredients,
} from './causes.ts';
import { type NeededFiles, neededFiles } from './needed-files.ts';
import { packParts } from './page-parts.ts';
import { type MonthToRender, type PagesToRender, pagesToRender } from './pages-to-render.ts';

/** What a page's bytes follow from besides what it shows itself. */
export interface Ingredients {
  /** Of the code that makes pages. */
  readonly code: string;
  readonly timeZone: string;
  readonly portal: Portal;
  /** The files of the portal itself, which every page names. */
  readonly portalPictured: readonly Referred[];
  /** The day of the edition in words, and the blocks beside it. */
  readonly furniture: { readonly day: string | null; readonly blocks: readonly FilledBlock[] };
  /** How pages that do not carry it come by it. */
  readonly furnitureMode: FurnitureMode;
  readonly pointer: FurniturePointer | null;
  readonly edition: Moment | null;
  /** Of the template of a kind of page, with all that it includes; null: it has none. */
  readonly ofTemplate: (type: PageType) => string | null;
  readonly ofBlockTemplate: (block: string) => string;
}

export interface PlannedPage {
  readonly page: Page;
  readonly fingerprint: number;
  /** The same of a first look at it; 0: its kind has none for one page. */
  readonly glance: number;
  /** Of the bytes that stand in the output; null when they are not known for certain. */
  readonly bytesHash: string | null;
  /** Why it has to be rendered. */
  readonly causes: readonly Cause[];
}

export interface Plan {
  readonly render: PagesToRender;
  /** How many pages the edition has, and how many of them the memory knows: then the others it knows are gone. */
  readonly total: number;
  readonly known: number;
  /**
   * Per kind of page and month, `article 2014-05`: the fingerprint of all its pages together; of pages of no month, `author /auteurs/zoe-li/`, that
   * of the first look at each.
   */
  readonly months: ReadonlyMap<string, number>;
  /** Pages that stay, of which a first look finds something else than before: by address, what it finds. */
  readonly glances: ReadonlyMap<string, number>;
  /** What all pages need, rendered or not. */
  readonly files: NeededFiles;
  readonly ingredients: RememberedIngredients;
}

/** What the plan is made against. */
export interface Known {
  readonly memory: Pick<
    Memory,
    'pages' | 'images' | 'needs' | 'months' | 'suspects' | 'knowsNothingOnDisk' | 'getNote'
  >;
  /** Answers for one file where the output as a whole is in doubt; null: it is in none. */
  readonly standsAsRemembered: ((url: string, bytesHash: string) => boolean) | null;
  /** Pages that are rendered whatever is known of them. */
  readonly isMadeAnyway?: (page: Page) => boolean;
  /** Whether files may be missing that pages need which did not change. */
  readonly filesInDoubt: boolean;
}

/**
 * A page is rendered when its fingerprint is not the remembered one, or when its file can't be trusted. A month of
 * pages with the remembered fingerprint is passed over as a whole.
 */
export function planPages(
  context: PageContext,
  ingredients: Ingredients,
  { memory, standsAsRemembered, isMadeAnyway = () => false, filesInDoubt }: Known,
  sources: ToolSources,
): Plan {
  const fingerprintOf = fingerprints(ingredients);
  const before = readIngredients(memory);
  const now = rememberedIngredients(ingredients);
  const noDoubt = standsAsRemembered === null && memory.suspects.size === 0 && !memory.knowsNothingOnDisk;
  const render: (PlannedPage | MonthToRender)[] = [];
  // A first build renders all that there is.
  const knowsNoPage = memory.pages.size === 0;
  const months = new Map<string, number>();
  const glances = new Map<string, number>();
  const isAll = filesInDoubt || !noDoubt;
  const groups = new Map<string, GroupOfPages>();
  let total = 0;
  let known = 0;

  const gather = (group: string, pictured: FirstLook['pictured'], isSame: boolean): void => {
    const known = groups.get(group);
    if (known === undefined) groups.set(group, { pictured: [pictured], isSame });
    else groups.set(group, { pictured: [...known.pictured, pictured], isSame: known.isSame && isSame });
  };
  const look = (page: Page, glance: number): void => {
    total++;
    const remembered = memory.pages.get(page.url);
    if (remembered) known++;
    const isAsRemembered = noDoubt && glance !== 0 && remembered?.glance === glance;
    if (isAsRemembered && remembered.bytesHash !== null && !isMadeAnyway(page)) return;
    const fingerprint = fingerprintOf.page(page, inspect(page.shown).digest);
    const written = remembered?.bytesHash ?? null;
    const isTrusted =
      standsAsRemembered === null || (written !== null && standsAsRemembered(page.url, written));
    const stands = written !== null && isTrusted && !isMadeAnyway(page);
    if (stands && remembered?.fingerprint === fingerprint) {
      if (remembered.glance !== glance) glances.set(page.url, glance);
      return;
    }
    const causes = causesOf(page, remembered, before, now, stands);
    render.push({ page, fingerprint, glance, bytesHash: stands ? written : null, causes });
  };

  gather(PORTAL, () => ingredients.portalPictured, false);
  for (const type of PAGE_TYPES) {
    if (type.months) {
      for (const month of type.months(context)) {
        const key = `${type.name} ${month.month}`;
        const fingerprint = fingerprintOf.month(type, month);
        const isSame = memory.months.get(key) === fingerprint;
        months.set(key, fingerprint);
        gather(month.month, month.pictured, isSame);
        if (noDoubt && isSame) {
          total += month.size;
          known += month.size;
        } else if (knowsNoPage && type.renderer !== 'eleventy') {
          total += month.size;
          render.push(newMonth(type, month, fingerprintOf));
        } else for (const page of month.pages()) look(page, fingerprintOf.glance(page));
      }
    } else {
      for (const page of type.pages(context)) {
        // Lists of topics and authors reach far back: a first look reads nothing of the articles that they show.
        const { digest, pictured } = page.roughly() ?? lookRoughly(page);
        const key = `${type.name} ${page.url}`;
        const fingerprint = fingerprintOf.page(page, digest);
        months.set(key, fingerprint);
        const isSame = memory.months.get(key) === fingerprint;
        gather(key, pictured, isSame);
        const isAsRemembered = noDoubt && isSame && !isMadeAnyway(page);
        if (isAsRemembered && memory.pages.has(page.url)) {
          total++;
          known++;
        } else look(page, 0);
      }
    }
  }
  for (const key of memory.months.keys()) if (!months.has(key)) gather(groupOf(key), () => [], false);
  const files = gatherFiles(groups, memory, sources, isAll, () =>
    context.edition.published.holders?.letGoOfMany(),
  );
  return { render: pagesToRender(render), total, known, months, glances, files, ingredients: now };
}

function newMonth(
  type: PageType,
  { month, size, furnished, pages }: PageMonth,
  fingerprintOf: Fingerprints,
): MonthToRender {
  return { type, month, size, furnished, pages, plan: page => new NewPage(page, fingerprintOf) };
}

/** A page that nobody knew: what is to be remembered of it is only found when it has been rendered. */
class NewPage implements PlannedPage {
  readonly page: Page;
  readonly bytesHash = null;
  readonly causes = NEW;
  readonly #fingerprintOf: Fingerprints;

  constructor(page: Page, fingerprintOf: Fingerprints) {
    this.page = page;
    this.#fingerprintOf = fingerprintOf;
  }

  get fingerprint(): number {
    return this.#fingerprintOf.page(this.page, inspect(this.page.shown).digest);
  }

  get glance(): number {
    return this.#fingerprintOf.glance(this.page);
  }
}

/** Pages whose files are remembered together: those of a month are of several kinds, and need nearly the same. */
interface GroupOfPages {
  readonly pictured: readonly FirstLook['pictured'][];
  /** Whether their first looks find what they found before. */
  readonly isSame: boolean;
}

/** What all pages need of the portal itself. */
const PORTAL = 'portal';

/** Of a key of `Plan.months`: a month, or the key of a page of no month. */
function groupOf(key: string): string {
  const place = key.slice(key.indexOf(' ') + 1);
  return place.startsWith('/') ? key : place;
}

function lookRoughly(page: Page): FirstLook {
  const { digest, pictured } = inspectRoughly(page.shown);
  return { digest, pictured: () => pictured };
}

function gatherFiles(
  groups: ReadonlyMap<string, GroupOfPages>,
  memory: Pick<Memory, 'needs' | 'images'>,
  sources: ToolSources,
  isAll: boolean,
  letGo: () => void,
): NeededFiles {
  const files = new Map<string, DerivedFile>();
  const gathered = new Map<string, readonly string[]>();
  for (const [group, { pictured, isSame }] of groups) {
    if (isSame && !isAll) continue;
    const urls = new Set<string>();
    for (const find of pictured)
      for (const referred of find())
        for (const [url, file] of filesReferred(referred, sources)) {
          if (!files.has(url)) files.set(url, file);
          urls.add(url);
        }
    gathered.set(group, [...urls].sort());
    letGo();
  }
  return neededFiles(memory, gathered, files, isAll);
}

interface Fingerprints {
  page(page: Page, digest: number): number;
  /** Of a first look at one of the pages of a month; 0: the whole look is the first. */
  glance(page: Page): number;
  month(type: PageType, month: PageMonth): number;
}

function fingerprints(ingredients: Ingredients): Fingerprints {
  const { code, timeZone, portal, furniture, furnitureMode, pointer, ofTemplate, ofBlockTemplate } =
    ingredients;
  // The code: a new version may render the same view otherwise. The portal: its name and navigation are on every page.
  // The time zone: the same instant prints as another hour.
  const everywhere = hashNumber(JSON.stringify([code, portal, timeZone]));
  // Only pages that carry the furniture change with it (design, rule 4), and with the templates of its blocks.
  const carried = digestsOfParts(part =>
    furnitureDigest(part, furniture.day, furniture.blocks, block => hashNumber(ofBlockTemplate(block))),
  );
  // All others change with the way in which they come by it.
  const pointed = hashNumber(JSON.stringify([furnitureMode, pointer]));
  const ofFurniture = ({ alone }: PageType, isFurnished: Furnished): number =>
    isFurnished ? carried(isFurnished) : alone ? 0 : pointed;
  // Some fronts say of which edition they are.
  const edition = hashNumber(JSON.stringify(ingredients.edition));
  // The template with all that it includes: an edit to one partial touches the pages that show it.
  const ofType = new Map(
    PAGE_TYPES.map(type => {
      const template = ofTemplate(type);
      const kind = template === null ? everywhere : mix(everywhere, hashNumber(template));
      return [type, type.tellsEdition ? mix(kind, edition) : kind] as const;
    }),
  );
  const ofPage = ({ type, furnished: isFurnished }: Page, digest: number): number =>
    mix(mix(ofType.get(type)!, ofFurniture(type, isFurnished)), digest);
  return {
    page: ofPage,
    glance(page) {
      const looked = page.roughly();
      return looked === null ? 0 : ofPage(page, looked.digest);
    },
    month(type, { size, furnished: count, digest }) {
      const inside = count > 0 ? mix(ofFurniture(type, true), count) : 0;
      const kind = mix(mix(ofType.get(type)!, inside), count < size ? ofFurniture(type, false) : 0);
      return mix(mix(kind, size), digest);
    },
  };
}

/** Each part's digest is made once, when a page asks for it. */
function digestsOfParts(
  digestOf: (part: FurniturePart | true) => number,
): (part: FurniturePart | true) => number {
  const known = new Map<FurniturePart | true, number>();
  return part => {
    if (!known.has(part)) known.set(part, digestOf(part));
    return known.get(part)!;
  };
}

/** What the memory keeps of a page once it stands. */
export function rowOf(
  { page, fingerprint, glance, causes }: PlannedPage,
  bytesHash: string,
  body: BodyPlace | null,
): RememberedPage {
  return { fingerprint, glance, bytesHash, parts: packParts(page), why: packCauses(causes), body };
}
