// The theme's styles, client code, fonts and icons to files of the site, and to what pages and cards take of them.
import { hash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { CardColours } from '../../images/card-look.ts';
import { toneSheet } from '../../images/tones.ts';
import type { AssetAddresses } from '../../pages/views.ts';
import { type Checked, compareProblems, type Problem } from '../../problem/problem.ts';
import { readCardColours } from '../../theme/card-colours.ts';
import { FONT_STACKS } from '../../theme/fonts.ts';
import type { Asset } from './asset.ts';
import { fontLicence } from './font-licence.ts';
import { fontAssets, fontSheet } from './fonts.ts';
import { iconSprite } from './icons.ts';
import { oddFiles } from './odd-files.ts';
import { portalIcons } from './portal-icons.ts';
import { clientScripts } from './scripts.ts';
import { styleMistakes, styleSheet } from './styles.ts';

export interface ThemeAssets {
  readonly files: readonly Asset[];
  readonly addresses: AssetAddresses;
  /** SHA-256 in base64 of the scripts that stand in pages, as a Content-Security-Policy names them. */
  readonly inlineHashes: readonly string[];
  /** The portal's own icon in other sizes. */
  readonly icons: readonly Asset[];
  /** Of cards for social networks. */
  readonly cardColours: CardColours;
}

/** Folders of styles that some pages load, beside what all of them do. */
const PART_SHEETS = ['article', 'feed', 'fragments', 'guide', 'home', 'reading', 'search', 'viewer'] as const;

/**
 * All that pages load beside their HTML, made from `themeDir/styles`, `themeDir/client` and the data of the theme, and the
 * colours of cards; or every mistake in them, with files as a site owner would type them. What takes long is kept in `cacheDir`.
 * @param folder of the site on its host, or ''.
 */
export async function themeAssets(
  themeDir: string,
  cacheDir: string,
  folder: string,
): Promise<Checked<ThemeAssets>> {
  const odd = oddFiles(themeDir);
  if (odd.length > 0) return { ok: false, problems: odd.map(withShownPath).sort(compareProblems) };
  const faces = FONT_STACKS.map(({ face }) => face);
  const [fonts, licence] = await Promise.all([fontAssets(faces, cacheDir), fontLicence(faces, cacheDir)]);
  const stylesDir = join(themeDir, 'styles');
  const [whole, parts, scripts, icons] = await Promise.all([
    styleSheet(stylesDir, 'quotidien', fontSheet(FONT_STACKS, fonts) + toneSheet(), folder, cacheDir),
    Promise.all(PART_SHEETS.map(name => styleSheet(join(stylesDir, name), name, '', folder, cacheDir))),
    clientScripts(themeDir, cacheDir),
    iconSprite(cacheDir),
  ]);
  const problems = [whole, ...parts, scripts].flatMap(part => (part.ok ? [] : part.problems));
  if (!whole.ok || !scripts.ok || problems.length > 0) {
    return { ok: false, problems: problems.map(withShownPath).sort(compareProblems) };
  }
  // In a sheet that breaks off, tokens would be missing for no other reason.
  const cardColours = readCardColours(themeDir);
  if (!cardColours.ok) return { ok: false, problems: cardColours.problems.map(withShownPath) };
  const ofPortal = await portalIcons(themeDir, cacheDir, cardColours.value);
  if (!ofPortal.ok) return { ok: false, problems: ofPortal.problems.map(withShownPath) };
  const { main, article, search, furniture, viewer, participation, redirect, early, searchEarly } =
    scripts.value;
  const made = [main, article, search, furniture, viewer, participation, redirect];
  const sheets = new Map(
    parts.flatMap((part, index) => (part.ok ? [[PART_SHEETS[index]!, part.value] as const] : [])),
  );
  return {
    ok: true,
    value: {
      files: [whole.value, ...sheets.values(), ...made, icons, ...fonts, licence],
      addresses: {
        styles: whole.value.url,
        homeStyles: sheets.get('home')!.url,
        articleStyles: sheets.get('article')!.url,
        readingStyles: sheets.get('reading')!.url,
        guideStyles: sheets.get('guide')!.url,
        feedStyles: sheets.get('feed')!.url,
        furniture: { script: furniture.url, styles: sheets.get('fragments')!.url },
        script: main.url,
        article: article.url,
        search: { script: search.url, styles: sheets.get('search')!.url, early: searchEarly },
        viewer: { script: viewer.url, styles: sheets.get('viewer')!.url },
        participation: participation.url,
        redirect: redirect.url,
        icons: icons.url,
        portalIcons: ofPortal.value?.named ?? null,
        fonts: fonts.map(({ url }) => url),
        early,
      },
      inlineHashes: [early, searchEarly].map(script => hash('sha256', script, 'base64')),
      icons: ofPortal.value?.files ?? [],
      cardColours: cardColours.value,
    },
  };
}

/** The mistakes in all of that, but for fonts, which no owner writes; nothing is kept. */
export async function assetMistakes(themeDir: string, cacheDir: string): Promise<readonly Problem[]> {
  const odd = oddFiles(themeDir);
  if (odd.length > 0) return odd.map(withShownPath).sort(compareProblems);
  const stylesDir = join(themeDir, 'styles');
  const [styles, scripts] = await Promise.all([
    Promise.all([stylesDir, ...PART_SHEETS.map(name => join(stylesDir, name))].map(styleMistakes)),
    clientScripts(themeDir, cacheDir, false),
  ]);
  const problems = [...styles.flat(), ...(scripts.ok ? [] : scripts.problems)];
  const colours = problems.length > 0 ? null : readCardColours(themeDir);
  const all = colours === null || colours.ok ? problems : colours.problems;
  return all.map(withShownPath).sort(compareProblems);
}

function withShownPath(problem: Problem): Problem {
  return { ...problem, file: relative(process.cwd(), problem.file).replaceAll('\\', '/') };
}
