// A footnote's call inside a link becomes one right after it: a link cannot hold another.
import { type BodyStep, eachLine, type Token } from './body-step.ts';

export const moveFootnotesOutOfLinks: BodyStep = tokens => {
  for (const children of eachLine(tokens)) {
    if (!children.some(token => token.type === 'footnote_ref')) continue;
    const moved: Token[] = [];
    const waiting: Token[] = [];
    let inLink = false;
    for (const token of children) {
      if (token.type === 'footnote_ref' && inLink) {
        waiting.push(token);
        continue;
      }
      moved.push(token);
      if (token.type === 'link_open') inLink = true;
      if (token.type === 'link_close') {
        inLink = false;
        moved.push(...waiting.splice(0));
      }
    }
    children.splice(0, children.length, ...moved);
  }
  return tokens;
};
