// The edition and the theme against the memory: what has to be rendered, and which files have to stand beside it.
import { contentSecurityPolicy } from '../../pages/content-security-policy.ts';
import { type FilledBlock, fillBlocks } from '../../pages/furniture/furniture.ts';
import { editionMoment, portalOf } from '../../pages/page-frame.ts';
import { portalCardText } from '../../pages/parts/social.ts';
import { inspect, showPortalCard } from '../../pages/shown.ts';
import { makeTools, type Tools } from '../../pages/tools.ts';
import type { Moment, Portal } from '../../pages/views.ts';
import { rememberedArticles } from '../edition/remembered-articles.ts';
import { type Plan, planPages } from '../plan/plan.ts';
import { blockTemplate, templateName } from '../rendering/templates.ts';
import type { Edited } from './edit.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadTheme } from './read-theme.ts';

export interface Planned {
  readonly tools: Tools;
  readonly portal: Portal;
  readonly edition: Moment | null;
  readonly blocks: readonly FilledBlock[];
  readonly plan: Plan;
}

export function plan({
  context,
  memory,
  output,
  sameOutput,
  code,
  assets,
  templateHashes,
}: Edited & OpenMemory & ReadTheme & LookedAt): Planned {
  const { site } = context;
  const sources = { site, cardColours: assets.cardColours, articleOf: rememberedArticles(memory) };
  const tools = makeTools(sources);
  const policy = contentSecurityPolicy({ earlyHash: assets.earlyHash, participation: site.participation });
  const portal = portalOf(context, assets.addresses, policy, tools);
  const edition = editionMoment(context);
  const blocks = fillBlocks(context);
  const ingredients = {
    code: code.pages,
    timeZone: site.timeZone,
    portal,
    portalPictured: inspect(showPortalCard(portalCardText(site))).pictured,
    furniture: { day: edition?.day ?? null, blocks },
    edition,
    ofTemplate: (type: Parameters<typeof templateName>[0]) => templateHashes.get(templateName(type)) ?? null,
    ofBlockTemplate: (block: string) => templateHashes.get(blockTemplate(block)) ?? '',
  };
  const known = { memory, standsAsRemembered: sameOutput ? null : output.holds };
  return { tools, portal, edition, blocks, plan: planPages(context, ingredients, known, sources) };
}
