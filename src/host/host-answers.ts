// An old address of an article, and a host's abilities, become whether a rule there can answer it.
import type { HostAbilities } from './host-abilities.ts';

/** Netlify compares names and values one by one: `id=12&page=3`. */
const PARAMETERS = /^[^\s=&:*]+=[^\s=&:*]+(?:&[^\s=&:*]+=[^\s=&:*]+)*$/;

export function canAnswer({ rules, questions }: HostAbilities, alias: string): boolean {
  if (rules === 0) return false;
  const mark = alias.indexOf('?');
  if (mark === -1 || questions === 'any') return true;
  return questions === 'parameters' && PARAMETERS.test(alias.slice(mark + 1));
}
