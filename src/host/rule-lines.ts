// One redirect becomes its line of `/_redirects`, as Netlify, Cloudflare Pages and GitLab Pages read it.
import { publishedUrl } from '../address/site-place.ts';
import type { MovedFolder } from '../site/moved-folders.ts';
import type { HostAbilities } from './host-abilities.ts';
import { strictQuestion } from './question-forms.ts';
import type { ExactRedirect } from './redirects.ts';

/**
 * For good (301). Netlify shows a file that stands at the address unless it is told otherwise (`!`), which the others don't understand:
 * Cloudflare never looks at files first, and GitLab always does.
 * @param siteFolder hosts read addresses from their root, also where the site lives in a folder.
 */
export function exactLine(
  { from, question, to }: ExactRedirect,
  siteFolder: string,
  { force }: HostAbilities,
): string {
  const parameters = question === null ? [] : strictQuestion(question).split('&');
  return [written(from, siteFolder), ...parameters, written(to, siteFolder), force ? '301!' : '301'].join(
    ' ',
  );
}

/** `*` stands for anything, and `:splat` for the same. Not before files: pages of old addresses are exceptions. */
export function folderLine({ from, to }: MovedFolder, siteFolder: string): string {
  return `${written(from, siteFolder)}* ${written(to, siteFolder)}:splat 301`;
}

function written(url: string, siteFolder: string): string {
  return encodeURI(publishedUrl(url, siteFolder));
}
