// A sample becomes the page that readers would get. A template that reads a missing field throws an error.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { templateAddresses } from '../../src/address/addresses.ts';
import { blockTemplate, THEME_DIR, templateName } from '../../src/engine/rendering/templates.ts';
import { SAMPLE_CARD_COLOURS } from '../../src/images/sample-card-colours.ts';
import { french } from '../../src/locale/french.ts';
import { FURNITURE_BLOCKS, furnitureView } from '../../src/pages/furniture/furniture.ts';
import { includedFurniture } from '../../src/pages/furniture/included-furniture.ts';
import { inFrame } from '../../src/pages/page-frame.ts';
import type { SampleFurniture } from '../../src/pages/samples/page-sample.ts';
import {
  linksAlone,
  SAMPLE_NOW,
  samplePointer,
  samplePortal,
  TIME_ZONE,
} from '../../src/pages/samples/sample-portal.ts';
import { makeTools } from '../../src/pages/tools.ts';
import type { FurnitureView, PageView, Portal } from '../../src/pages/views.ts';
import { createEnvironment } from '../../src/theme/environment.ts';
import { momentOf } from '../../src/time/moment.ts';
import { type FoundSample, pageSamples, samplesByBlock } from './found-samples.ts';
import { guardFields, unknownField } from './guard-fields.ts';

/** Eleventy removes the front matter before it renders, and so does this. */
export const frontMatter = /^---\n[\s\S]*?\n---\n/;

/** The text of a template without its front matter. */
export function templateText(template: string): string {
  return readFileSync(join(THEME_DIR, template), 'utf8').replace(frontMatter, '');
}

/** With the name of a template as its path, errors contain the name. */
const theme: nunjucks.ILoader = {
  getSource: name => ({ src: templateText(name), path: name, noCache: false }),
};

const environment = createEnvironment(theme)
  .addGlobal('words', guardFields(french, 'words'))
  .addGlobal('addresses', guardFields(templateAddresses, 'addresses'));

/** `template` is below the theme's folder: `archive/topic.njk`. */
export function renderTemplate(template: string, view: object): string {
  return renderSource(templateText(template), template, view);
}

/** `name` is the name of the template in errors. Throws an error when a template reads a missing field. */
export function renderSource(source: string, name: string, view: object): string {
  const template = new nunjucks.Template(source, environment, name);
  try {
    return template.render({ view: guardFields(view, 'view') });
  } catch (error) {
    const field = unknownField(String(error));
    if (field === null) throw error;
    const asking = templatesAsking(field, [
      [name, source],
      ...partialsNamedIn(String(error)).map(partial => [partial, templateText(partial)] as const),
    ]);
    throw new Error(`${asking.join(' or ')}: « ${field} » is missing`, { cause: error });
  }
}

/** The partials in an error's message: Nunjucks lists all on the way to the error, and some that it had finished. */
function partialsNamedIn(message: string): readonly string[] {
  const named = [...message.matchAll(/\(((?:layouts|partials)\/\S+\.njk)\)/g)].map(match => match[1]!);
  return [...new Set(named)];
}

/** The templates whose text contains the last part of a field such as `view.portal.titel`. */
function templatesAsking(field: string, texts: readonly (readonly [string, string])[]): readonly string[] {
  const last = field.slice(field.lastIndexOf('.'));
  const asking = texts.filter(([, text]) => text.includes(last));
  return (asking.length > 0 ? asking : texts).map(([name]) => name);
}

const edition = momentOf(SAMPLE_NOW, TIME_ZONE);

/** A portal without articles. It follows the real time, which the demonstration does not. */
const newPortal: Portal = {
  ...samplePortal,
  clock: null,
  participation: null,
  editions: [],
  assets: { ...samplePortal.assets, portalIcons: null },
};

const portalAround = (furniture: SampleFurniture | undefined): Portal =>
  furniture === 'none yet' ? newPortal : samplePortal;

const tools = makeTools({
  site: { ...samplePortal, sections: [] },
  cardColours: SAMPLE_CARD_COLOURS,
  articleOf({ file }) {
    throw new Error(`a sample's furniture asks for the article ${file}`);
  },
  termsOf({ file }) {
    throw new Error(`a sample's furniture asks for the terms of ${file}`);
  },
});

function furnitureOf(state: Exclude<SampleFurniture, 'put in' | 'links'>): FurnitureView {
  if (state === 'none yet') return furnitureView(null, [], tools, renderBlock);
  const filled = FURNITURE_BLOCKS.map(block => ({
    // A sample is a view already.
    block: { ...block, view: (view: unknown) => view as object },
    shown: samplesByBlock.get(block.name)!.at(state === 'fresh' ? 0 : -1)!.view,
    digest: 0,
  }));
  return furnitureView(edition.day, filled, tools, renderBlock);
}

/** The HTML of a block within a page. */
export function renderBlock(block: string, view: object): string {
  return renderTemplate(blockTemplate(block), blockView(view));
}

/** What the template of a block sees as `view`. */
export function blockView(view: object): object {
  return { ...view, portal: samplePortal };
}

/** A page with the whole view that its template sees. */
export interface Sample {
  readonly name: string;
  readonly type: FoundSample['type'];
  /** Below the theme's folder. */
  readonly template: string;
  /** What a reader should find on the page, in order. */
  readonly reads: readonly string[];
  readonly view: PageView;
}

function inSampleFrame({ name, type, url, reads = [], view, furniture }: FoundSample): Sample {
  const isPutIn = furniture === 'put in';
  const isElsewhere = furniture === undefined || isPutIn || furniture === 'links';
  const page = { url, furnished: !isElsewhere, tellsEdition: type.tellsEdition };
  const frame = {
    portal: portalAround(furniture),
    furniture: furnitureOf(isElsewhere ? 'none yet' : furniture),
    included: isPutIn ? includedFurniture('ssi') : null,
    pointer: isPutIn ? null : furniture === 'links' ? linksAlone : samplePointer,
    edition: furniture === 'none yet' ? null : edition,
  };
  return { name, type, template: templateName(type), reads, view: inFrame(view, page, frame) as PageView };
}

/** The samples of all page types with a template. */
export const samples: readonly Sample[] = pageSamples
  .filter(({ type }) => type.renderer !== 'json')
  .map(inSampleFrame);

/** @returns the page's HTML, or the feed's XML. */
export function renderSample({ template, view }: Pick<Sample, 'template' | 'view'>): string {
  return renderTemplate(template, view);
}
