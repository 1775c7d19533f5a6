// What decides on the headers of a file, rule by rule: so whoever remembers it finds out later which files are kept with old ones.
import { extname } from 'node:path/posix';
import { type FeedFormat, outputPath } from '../address/addresses.ts';
import { hashOf } from '../hash/hash.ts';
import { CONTENT_TYPES, FEED_FORMS, feedFormatOf, UNKNOWN_TYPE, withCharset } from './content-type.ts';
import { CACHE_CONTROL, type FileClass, fileClassOf } from './file-class.ts';
import { type HeaderInput, headersOfClass } from './security-headers.ts';

/** `page` for all files of a class, `.html` for all of an ending, `atom` for all feeds of a format; to what each says. */
export type HeaderRules = Readonly<Record<string, string>>;

/** Changes whenever the headers of a file do that stays at its address, but for where a page leads: that is in its bytes, too. */
export function headerRules(input: HeaderInput): HeaderRules {
  const classes = Object.keys(CACHE_CONTROL) as FileClass[];
  return Object.fromEntries([
    ...classes.map(each => [each, hashOf(JSON.stringify(headersOfClass(each, input)))] as const),
    ...[...CONTENT_TYPES].map(([ending, type]) => [ending, withCharset(type)] as const),
    ...FEED_FORMS.map(({ format, type }) => [format, withCharset(type)] as const),
  ]);
}

/** The names of the rules that are not the same in both. */
export function changedRules(before: HeaderRules, now: HeaderRules): ReadonlySet<string> {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  const says = (rules: HeaderRules, name: string): string => rules[name] ?? withCharset(UNKNOWN_TYPE);
  return new Set([...names].filter(name => says(before, name) !== says(now, name)));
}

/** Those that say the headers of the file at an address within the site. */
export function rulesOf(url: string): readonly [FileClass, FeedFormat | string] {
  return [fileClassOf(url), feedFormatOf(url) ?? extname(outputPath(url)).toLowerCase()];
}
