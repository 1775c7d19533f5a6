// What is said of addresses at which readers had an article, and where there is nothing any more.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

/** In a message, as many as one reads. */
const MOST_NAMED = 3;

export const lostMessages = quoting({
  /** `line` is what has to be written in the article's file. */
  moved: (addresses: readonly string[], url: string, line: string) =>
    `${leadNowhere(addresses)}\u00a0: l’article qu’y trouvaient les lecteurs est à «\u00a0${url}\u00a0». Pour ${agree(addresses.length, 'qu’elle y mène', 'qu’elles y mènent')}, écrivez ici «\u00a0${line}\u00a0».`,
  draft: (addresses: readonly string[]) =>
    `${leadNowhere(addresses)}\u00a0: cet article, que les lecteurs avaient, est redevenu un brouillon. Remettez-le en ligne, ou écrivez «\u00a0withdrawn: "…"\u00a0» à la place de «\u00a0draft: true\u00a0», pour leur dire pourquoi il a été retiré.`,
  deleted: (addresses: readonly string[], line: string, command: string) =>
    `${leadNowhere(addresses)}\u00a0: l’article qu’y trouvaient les lecteurs n’est plus là. Remettez-en le fichier avec «\u00a0withdrawn: "…"\u00a0», qui leur dit pourquoi il a été retiré, ou écrivez «\u00a0${line}\u00a0» dans l’article qui le remplace\u202f; si rien ne doit en rester, lancez une fois «\u00a0npm run ${command} -- --allow-removals\u00a0».`,
  /** `line` is what has to be written in the section's data. */
  section: (old: string, section: string, count: number, first: string, line: string) =>
    `La rubrique «\u00a0${old}\u00a0» n’existe plus, et ${agree(count, 'l’ancienne adresse', 'les anciennes adresses')} de ${groupDigits(count)} ${agree(count, 'article', 'articles')}, maintenant dans «\u00a0${section}\u00a0», ${agree(count, 'ne mène', 'ne mènent')} plus à rien, comme «\u00a0${first}\u00a0». Écrivez «\u00a0${line}\u00a0» dans la rubrique «\u00a0${section}\u00a0», et ${agree(count, 'elle y mènera', 'elles y mèneront')}.`,
  others: (count: number) =>
    `Et ${groupDigits(count)} ${agree(count, 'autre adresse d’article ne mène', 'autres adresses d’articles ne mènent')} plus à rien\u00a0: l’option --json les donne toutes.`,
} as const);

function leadNowhere(addresses: readonly string[]): string {
  const named = addresses.slice(0, MOST_NAMED).map(address => `«\u00a0${address}\u00a0»`);
  const others = addresses.length - named.length;
  if (others > 0) named.push(`${groupDigits(others)} ${agree(others, 'autre', 'autres')}`);
  const list = named.length === 1 ? named[0] : `${named.slice(0, -1).join(', ')} et ${named.at(-1)}`;
  return addresses.length === 1
    ? `L’adresse ${list} ne mène plus à rien`
    : `Les adresses ${list} ne mènent plus à rien`;
}
