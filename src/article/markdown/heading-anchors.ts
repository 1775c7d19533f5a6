// Headings get an id made from their words, so that one can link to a part of an article.
import { slugify } from '../slug.ts';
import type { BodyStep, Token } from './body-step.ts';

/** Keeps these ids apart from those of the page around the body, and of its footnotes. */
const PREFIX = 'partie-';

/**
 * Comes before typography, so that a change of its rules moves no address. A level-1 heading, which is the page's title
 * and a problem in a body, is shown at level 2 on the pages that are published all the same.
 */
export const anchorHeadings: BodyStep = tokens => {
  let taken: Set<string> | null = null;
  tokens.forEach((token, index) => {
    if (token.tag === 'h1') token.tag = 'h2';
    if (token.type !== 'heading_open') return;
    taken ??= new Set();
    const id = free(PREFIX + (slugify(plainText(tokens[index + 1]?.children ?? [])) || 'sans-titre'), taken);
    taken.add(id);
    token.attrSet('id', id);
  });
  return tokens;
};

function free(wish: string, taken: ReadonlySet<string>): string {
  let id = wish;
  for (let count = 2; taken.has(id); count += 1) id = `${wish}-${count}`;
  return id;
}

function plainText(children: readonly Token[]): string {
  return children
    .map(token => (token.type === 'softbreak' ? ' ' : token.type === 'image' ? '' : token.content))
    .join('');
}
