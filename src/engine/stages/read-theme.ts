// The theme to what pages load, to its templates, and to the data and filters that a site's owner adds to them. Here problems stop.

import { siteFolder } from '../../address/site-place.ts';
import { hashOf } from '../../hash/hash.ts';
import { SITE_RULES } from '../../pages/site-rules.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import { ownDataNames } from '../../site/read-site.ts';
import { createEnvironment } from '../../theme/environment.ts';
import { type ThemeAssets, themeAssets } from '../assets/assets.ts';
import { bringAssets } from '../assets/travelling-assets.ts';
import type { BuildStart } from '../build-options.ts';
import { ELEVENTY_CONFIG } from '../eleventy/fixed-pages.ts';
import { shownFile } from '../reading/read-content.ts';
import { checkTemplates } from '../rendering/check-templates.ts';
import { type OwnerData, readOwnerData } from '../rendering/owner-data.ts';
import { asksForOwnFilters, filterNames } from '../rendering/owner-filters.ts';
import { readTemplates, type TemplateTexts, templateFingerprints } from '../rendering/templates.ts';
import { Stopped } from '../stage.ts';
import { lossOfArticles } from './check-removals.ts';
import type { Edited } from './edit.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadContent } from './read-content.ts';

export interface ReadTheme {
  readonly assets: ThemeAssets;
  readonly texts: TemplateTexts;
  /** Of each template with all that it includes, and all data of the owner's that they mention. */
  readonly templateHashes: ReadonlyMap<string, string>;
  readonly ownerData: OwnerData;
  /** The path of Eleventy's settings when templates of ours ask for filters of the owner's; else null. */
  readonly filtersOf: string | null;
}

/** The note of the templates that all compile: only others are tried. */
const COMPILED = 'templates';

const NO_TEXTS: TemplateTexts = new Map();

/** With files as a site owner would type them. */
export async function templateMistakes(
  texts: TemplateTexts,
  themeDir: string,
  eleventyConfig: string,
): Promise<readonly Problem[]> {
  const mistakes = checkTemplates(texts, await filterNames(eleventyConfig));
  return mistakes.map(problem => ({ ...problem, file: shownFile(problem.file, themeDir) }));
}

export async function readTheme(
  known: BuildStart & OpenMemory & ReadContent & Edited & LookedAt,
): Promise<ReadTheme | Stopped> {
  const { options, memory, code, context, problems } = known;
  const { themeDir, cacheDir, dataDir, keepGoing, eleventyConfig = ELEVENTY_CONFIG } = options;
  if (known.publication !== null) bringAssets(memory, cacheDir);
  const assets = await themeAssets(themeDir, cacheDir, siteFolder(context.site.baseUrl));
  const inAssets = assets.ok ? [] : assets.problems;
  // A pipe is none to be read, and may be a template.
  const texts = inAssets.some(({ rule }) => rule === 'not-a-file') ? NO_TEXTS : readTemplates(themeDir);
  // The code: Eleventy's settings, which add filters, are a part of it.
  const version = hashOf(JSON.stringify([code.pages, ...texts]));
  const isCompiled = memory.getNote(COMPILED) === version;
  const inTemplates = isCompiled ? [] : await templateMistakes(texts, themeDir, eleventyConfig);
  // The theme can't be left out: the portal would stand there without its looks.
  if (!assets.ok || inTemplates.length > 0)
    return new Stopped([...problems, ...inAssets, ...inTemplates].sort(compareProblems));
  memory.putNote(COMPILED, version);
  // Going on with no article at all would publish an empty portal in place of a good one.
  const nothingLeft = context.edition.counts.total === 0;
  if (problems.length > 0 && (!keepGoing || nothingLeft)) {
    // What is wrong with comments, say, is then the lesser trouble.
    const loss = nothingLeft ? lossOfArticles(known) : null;
    const isSaid = loss === null || problems.some(({ file }) => file === loss.file);
    return new Stopped(isSaid ? problems : [...problems, loss].sort(compareProblems));
  }

  const ownerData = await readOwnerData(dataDir, new Set(ownDataNames(SITE_RULES)), texts);
  return {
    assets: assets.value,
    texts,
    templateHashes: templateFingerprints(texts, ownerData),
    ownerData,
    filtersOf: asksForOwnFilters(texts, createEnvironment([])) ? eleventyConfig : null,
  };
}
