// The theme's templates compiled, and with them what all pages share: the portal around them, and the furniture as HTML.
import { join } from 'node:path';
import { furnitureView } from '../../pages/furniture/furniture.ts';
import { furniturePointer } from '../../pages/furniture/furniture-pointer.ts';
import { includedFurniture } from '../../pages/furniture/included-furniture.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import type { FurnitureView } from '../../pages/views.ts';
import type { BuildStart } from '../build-options.ts';
import { keptTexts, TEMPLATES_FILE } from '../rendering/kept-texts.ts';
import { renderOrPlace } from '../rendering/mistake-places.ts';
import {
  blockTemplate,
  type CompiledTemplates,
  compiledEnvironment,
  compileTemplates,
  templateCode,
} from '../rendering/templates.ts';
import type { Edited } from './edit.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { ReadTheme } from './read-theme.ts';

export interface Framed {
  readonly frame: PageFrame;
  /** null: our engine has nothing to render. */
  readonly templates: CompiledTemplates | null;
}

const NO_FURNITURE: FurnitureView = { day: null, masthead: [], band: [], column: [] };

export async function makeFrame(
  known: BuildStart & OpenMemory & Edited & ReadTheme & Planned,
): Promise<Framed> {
  const { everyFixedPage, texts, ownerData, filtersOf, portal, edition, plan, context } = known;
  const included = includedFurniture(context.site.furnitureMode);
  const pointer = furniturePointer(context.site);
  const isFurnished = everyFixedPage || plan.render.isFurnished;
  const isOurs = plan.render.archive.length > 0;
  if (!isFurnished && !isOurs) {
    return { frame: { portal, furniture: NO_FURNITURE, included, pointer, edition }, templates: null };
  }
  const kept = keptTexts(join(known.options.cacheDir, TEMPLATES_FILE), known.code.pages);
  const templates = compileTemplates(texts, portal, ownerData, filtersOf, template =>
    kept.of(template, templateCode),
  );
  kept.keep();
  const furniture = isFurnished ? await furnitureHtml(known, templates) : NO_FURNITURE;
  return { frame: { portal, furniture, included, pointer, edition }, templates };
}

/** Each block once, however many pages carry it. */
async function furnitureHtml(
  { options, portal, edition, blocks, tools }: BuildStart & Planned,
  templates: CompiledTemplates,
): Promise<FurnitureView> {
  const environment = await compiledEnvironment(templates);
  return furnitureView(edition?.day ?? null, blocks, tools, (block, view) =>
    renderOrPlace(options.themeDir, environment, each =>
      each.render(blockTemplate(block), { view: { ...view, portal } }),
    ),
  );
}
