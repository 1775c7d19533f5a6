// The edition and the theme against the memory: what has to be rendered, and which files have to stand beside it.
import { contentSecurityPolicy } from '../../host/content-security-policy.ts';
import { type FilledBlock, fillBlocks } from '../../pages/furniture/furniture.ts';
import { furniturePointer } from '../../pages/furniture/furniture-pointer.ts';
import { editionMoment, portalOf } from '../../pages/page-frame.ts';
import type { Page } from '../../pages/page-type.ts';
import { portalCardText } from '../../pages/parts/social.ts';
import { inspect, showPortalCard } from '../../pages/shown.ts';
import { makeTools, type Tools } from '../../pages/tools.ts';
import type { Moment, Portal } from '../../pages/views.ts';
import type { BuildStart } from '../build-options.ts';
import { rememberedArticles, rememberedTerms } from '../edition/remembered-articles.ts';
import { lackingImages } from '../images/lacking-images.ts';
import { standingImage } from '../output/standing-image.ts';
import { areFilesInDoubt } from '../plan/needed-files.ts';
import { type Plan, planPages } from '../plan/plan.ts';
import { blockTemplate, templateName } from '../rendering/templates.ts';
import { type Edited, edit } from './edit.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadContent } from './read-content.ts';
import type { ReadSite } from './read-site.ts';
import type { ReadTheme } from './read-theme.ts';

export interface Planned {
  readonly tools: Tools;
  readonly portal: Portal;
  readonly edition: Moment | null;
  readonly blocks: readonly FilledBlock[];
  readonly plan: Plan;
}

type Needs = BuildStart & ReadSite & ReadContent & Edited & OpenMemory & ReadTheme & LookedAt;

/**
 * When an image is needed of an article that stands as it was published, and neither the image nor its photograph is there any more, the
 * article is left out, and the edition made again without it.
 */
export function plan(known: Needs, without: ReadonlySet<string> = new Set()): Planned & Edited {
  const planned = planEdition(known);
  const { options, source, standIns } = known;
  const { sources: files } = planned.plan.files;
  // The development server makes an image when a browser asks for it.
  const isLater = (url: string): boolean =>
    options.images === 'when-asked' && files.get(url)?.kind !== 'copy';
  const stands = (url: string): boolean => isLater(url) || standingImage(known, url) !== null;
  const lacking = lackingImages(standIns, files, stands, { source, cacheDir: options.cacheDir });
  if (lacking.size === 0) return { ...known, ...planned };
  const all = new Set([...without, ...lacking]);
  return plan({ ...known, ...edit(known, all) }, all);
}

function planEdition({
  context,
  memory,
  output,
  sameOutput,
  code,
  assets,
  templateHashes,
  standIns,
  publication,
  options,
}: BuildStart & Edited & OpenMemory & ReadTheme & LookedAt): Planned {
  const { site } = context;
  const sources = {
    site,
    cardColours: assets.cardColours,
    articleOf: rememberedArticles(memory, standIns),
    termsOf: rememberedTerms(memory, standIns),
  };
  const tools = makeTools(sources);
  const policy = contentSecurityPolicy({
    inlineHashes: assets.inlineHashes,
    participation: site.participation,
  });
  const portal = portalOf(context, assets.addresses, policy, tools);
  const edition = editionMoment(context);
  const blocks = fillBlocks(context);
  const ingredients = {
    code: code.pages,
    timeZone: site.timeZone,
    portal,
    portalPictured: inspect(showPortalCard(portalCardText(site))).pictured,
    furniture: { day: edition?.day ?? null, blocks },
    furnitureMode: site.furnitureMode,
    pointer: furniturePointer(site),
    edition,
    ofTemplate: (type: Parameters<typeof templateName>[0]) => templateHashes.get(templateName(type)) ?? null,
    ofBlockTemplate: (block: string) => templateHashes.get(blockTemplate(block)) ?? '',
  };
  const isPreview = publication !== null && publication.preview !== null;
  const known = {
    memory,
    standsAsRemembered: sameOutput ? null : output.holds,
    // One comes into a preview by its fronts.
    isMadeAnyway: ({ type }: Page) => isPreview && type.renderer === 'eleventy',
    filesInDoubt: areFilesInDoubt(memory, options.images === 'when-asked'),
  };
  return { tools, portal, edition, blocks, plan: planPages(context, ingredients, known, sources) };
}
