// What pages load beside their HTML, as every program of the bench delivers it: the very files of our own build.
import { join } from 'node:path';
import { themeAssets } from '../src/engine/assets/assets.ts';
import { staticFiles } from '../src/engine/assets/static-files.ts';
import { THEME_DIR } from '../src/engine/rendering/templates.ts';
import { contentSecurityPolicy } from '../src/pages/content-security-policy.ts';
import { formatProblems } from '../src/problem/format-problems.ts';

export interface PeerAssets {
  readonly files: readonly { readonly url: string; readonly bytes: Buffer }[];
  /** The line of every page's head that says what it may load. */
  readonly policyHead: string;
  /** The lines of every page's head that load the files. */
  readonly assetsHead: string;
  /** The line that articles have besides. */
  readonly articleHead: string;
}

/**
 * For the peers, whose users would have these files from some other tool, and their addresses as constant texts. The
 * symbols, which pages name many times, stand at an address without a hash, so that the templates can hold it.
 */
export async function peerAssets(): Promise<PeerAssets> {
  const assets = await themeAssets(THEME_DIR, join(import.meta.dirname, '../.cache'));
  if (!assets.ok) throw new Error(formatProblems(assets.problems));
  const { files, earlyHash, addresses } = assets.value;
  const { early, fonts, styles, script, article, icons } = addresses;
  return {
    files: [
      ...files.map(({ url, bytes }) => ({ url: url === icons ? '/assets/icons.svg' : url, bytes })),
      ...staticFiles(THEME_DIR, false),
    ],
    policyHead: `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy({ earlyHash, participation: null })}">`,
    assetsHead: [
      `<script>${early}</script>`,
      ...fonts.map(url => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>`),
      `<link rel="stylesheet" href="${styles}">`,
      `<script type="module" src="${script}"></script>`,
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    ].join('\n'),
    articleHead: `<script type="module" src="${article}"></script>`,
  };
}
