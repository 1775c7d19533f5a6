// Tables become tables in a box that scrolls on a narrow screen, with the keyboard too, and cells aligned by class.
import { bodyWords } from '../../locale/body-words.ts';
import { type BodyStep, makeToken, type Token } from './body-step.ts';

export const wrapTables: BodyStep = tokens => {
  if (!tokens.some(token => token.type === 'table_open')) return tokens;
  let count = 0;
  return tokens.flatMap(token => {
    if (token.type === 'table_open') {
      count += 1;
      return [openRegion(count), token];
    }
    if (token.type === 'table_close') return [token, closeRegion()];
    if (token.type === 'th_open') token.attrPush(['scope', 'col']);
    if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token);
    return token;
  });
};

/** The keyboard scrolls a box only when the box takes the focus, and an element that takes the focus needs a name. */
function openRegion(number: number): Token {
  const open = makeToken('table_region_open', 'div', 1);
  open.block = true;
  open.attrs = [
    ['class', 'table-scroll'],
    ['role', 'region'],
    ['aria-label', bodyWords.table(number)],
    ['tabindex', '0'],
  ];
  return open;
}

function closeRegion(): Token {
  const close = makeToken('table_region_close', 'div', -1);
  close.block = true;
  return close;
}

/** The parser aligns cells by `style` attributes, which the site's Content-Security-Policy refuses. */
function alignByClass(cell: Token): void {
  const style = cell.attrGet('style');
  if (style === null) return;
  const side = /left|center|right/.exec(String(style))?.[0] ?? 'left';
  cell.attrs = [...(cell.attrs ?? []).filter(([name]) => name !== 'style'), ['class', `align-${side}`]];
}
