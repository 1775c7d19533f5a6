// The theme becomes the files that pages load, and the lines that load them, for all programs of the bench.
import { join } from 'node:path';
import { MANIFEST_URL, OPENSEARCH_URL, TOUCH_ICON_URL } from '../src/address/addresses.ts';
import { themeAssets } from '../src/engine/assets/assets.ts';
import { staticFiles } from '../src/engine/assets/static-files.ts';
import { THEME_DIR } from '../src/engine/rendering/templates.ts';
import { contentSecurityPolicy } from '../src/host/content-security-policy.ts';
import { formatProblems } from '../src/problem/format-problems.ts';

export interface PeerAssets {
  readonly files: readonly { readonly url: string; readonly bytes: Buffer }[];
  /** The Content-Security-Policy, as a line in the head of every page. */
  readonly policyHead: string;
  /** The lines in the head of every page that load the files. */
  readonly assetsHead: string;
  /** More lines, in the heads of some pages. */
  readonly someHeads: {
    readonly furnitureHead: string;
    readonly articleHead: string;
    readonly textHead: string;
    readonly homeHead: string;
    /** Of sections and special pages. */
    readonly readingHead: string;
  };
}

/**
 * The files of our own build and their addresses as constants, since users of the peers would make such files with another
 * tool. The address of the icons has no hash, so that the peers' templates can contain it.
 */
export async function peerAssets(): Promise<PeerAssets> {
  const assets = await themeAssets(THEME_DIR, join(import.meta.dirname, '../.cache'), '');
  if (!assets.ok) throw new Error(formatProblems(assets.problems));
  const { files, inlineHashes, addresses } = assets.value;
  const {
    early,
    fonts,
    styles,
    homeStyles,
    articleStyles,
    readingStyles,
    furniture,
    script,
    article,
    icons,
  } = addresses;
  const sheet = (url: string): string => `<link rel="stylesheet" href="${url}">`;
  const module = (url: string): string => `<script type="module" src="${url}"></script>`;
  return {
    files: [
      ...files.map(({ url, bytes }) => ({ url: url === icons ? '/assets/icons.svg' : url, bytes })),
      ...assets.value.icons,
      ...staticFiles(THEME_DIR, false),
    ],
    policyHead: `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy({ inlineHashes, participation: null })}">`,
    assetsHead: [
      `<script>${early}</script>`,
      ...fonts.map(url => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>`),
      sheet(styles),
      module(script),
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
      `<link rel="apple-touch-icon" href="${TOUCH_ICON_URL}">`,
      `<link rel="manifest" href="${MANIFEST_URL}">`,
      `<link rel="search" type="application/opensearchdescription+xml" href="${OPENSEARCH_URL}" title="Quotidien">`,
    ].join('\n'),
    someHeads: {
      furnitureHead: `${sheet(furniture.styles)}\n${module(furniture.script)}`,
      articleHead: `${sheet(articleStyles)}\n${module(article)}`,
      textHead: sheet(articleStyles),
      homeHead: sheet(homeStyles),
      readingHead: sheet(readingStyles),
    },
  };
}
