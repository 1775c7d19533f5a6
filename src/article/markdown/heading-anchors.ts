// Headings become headings with an id made from their words, so that a link can lead to a section of an article.
import { slugify } from '../slug.ts';
import type { BodyStep, Token } from './body-step.ts';

/** Distinguishes these ids from those of the page around the body and of the footnotes. */
const PREFIX = 'partie-';

/**
 * This step precedes typography, so that a new rule of typography changes no id. A level-1 heading is a problem in a body,
 * since the page's title has that level; a page that is published all the same shows it at level 2.
 */
export const anchorHeadings: BodyStep = tokens => {
  let taken: Map<string, number> | null = null;
  tokens.forEach((token, index) => {
    if (token.tag === 'h1') token.tag = 'h2';
    if (token.type !== 'heading_open') return;
    taken ??= new Map();
    const words = slugify(plainText(tokens[index + 1]?.children ?? [])) || 'sans-titre';
    const id = uniqueId(PREFIX + words, taken);
    token.attrSet('id', id);
  });
  return tokens;
};

/** @param taken each id with the number that its next namesake gets, unless that is taken too. */
function uniqueId(wish: string, taken: Map<string, number>): string {
  let count = taken.get(wish) ?? 1;
  let id = count === 1 ? wish : `${wish}-${count}`;
  while (taken.has(id)) {
    count += 1;
    id = `${wish}-${count}`;
  }
  taken.set(wish, count + 1);
  if (id !== wish) taken.set(id, 2);
  return id;
}

function plainText(children: readonly Token[]): string {
  return children
    .map(token => (token.type === 'softbreak' ? ' ' : token.type === 'image' ? '' : token.content))
    .join('');
}
