// A text or a file's name becomes a slug, the last segment of an address, or what is wrong with it as a slug.

import { shorten } from '../source/shorten.ts';
import { replaceUnwantedCharacters } from '../source/unwanted-characters.ts';

/** Lower-case letters without accents, digits, and single hyphens between them. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** With `.html` and the path of a folder a slug of this length stays far below the limits of file systems, and readable. */
export const MAX_SLUG_LENGTH = 100;
/**
 * Names of devices. Windows refuses them as file names, whatever the extension.
 * Microsoft, « Naming Files, Paths, and Namespaces », section « Naming Conventions ».
 */
const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  '&': ' et ',
};

/** What is wrong with a slug. */
export interface SlugMistake {
  readonly rule: 'bad-slug';
  /** In French, with a slug that is allowed. */
  readonly message: string;
}

/** A file's slug, and what is wrong with it. */
export interface FileSlug {
  readonly slug: string;
  readonly mistake: SlugMistake | null;
}

/** Whether Windows refuses this name, whatever extension follows it: `con`, `aux`, `com1`. */
export function isWindowsReserved(name: string): boolean {
  return WINDOWS_RESERVED.test(name.toLowerCase());
}

/**
 * A French text as a slug: « L’élection au cœur du débat » becomes `l-election-au-coeur-du-debat`. A slug of more than 100
 * characters is cut after a whole word; a name that Windows refuses gets a prefix. The slug is empty when the text has no
 * Latin letter and no digit.
 */
export function slugify(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[œæßøđł&]/g, letter => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  const slug = cutAfterWord(plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''));
  return isWindowsReserved(slug) ? `article-${slug}` : slug;
}

function cutAfterWord(slug: string): string {
  if (slug.length <= MAX_SLUG_LENGTH) return slug;
  const lastHyphen = slug.lastIndexOf('-', MAX_SLUG_LENGTH);
  return slug.slice(0, lastHyphen > 0 ? lastHyphen : MAX_SLUG_LENGTH);
}

/** What is wrong with `slug`, or null. */
export function slugMistake(slug: string): SlugMistake | null {
  const complaint = complain(slug);
  if (complaint === null) return null;
  const mended = slugify(slug);
  const hint =
    mended === ''
      ? 'prenez des lettres sans accent, des chiffres et des traits d’union'
      : `écrivez « ${mended} »`;
  return { rule: 'bad-slug', message: `L’identifiant « ${quotable(slug)} » ${complaint} ; ${hint}.` };
}

/**
 * The slug of the article or page in the file at `file` (with `/` separators).
 * @param whose the words for the article or page in the message.
 */
export function slugOfFile(file: string, whose: 'de l’article' | 'de la page' = 'de l’article'): FileSlug {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const slug = name.endsWith('.md') ? name.slice(0, -3) : name;
  const complaint = complain(slug);
  if (complaint === null) return { slug, mistake: null };
  const mended = slugify(slug.replace(/\.md$/i, ''));
  const hint =
    mended === ''
      ? 'donnez au fichier un nom comme « titre-court.md »'
      : `renommez le fichier « ${mended}.md »`;
  return {
    slug,
    mistake: {
      rule: 'bad-slug',
      message: `Le nom du fichier fait l’adresse ${whose}, et « ${quotable(slug)} » ${complaint} ; ${hint}.`,
    },
  };
}

/** The end of a sentence that begins with the slug; null when the slug is good. */
function complain(slug: string): string | null {
  if (slug.length > MAX_SLUG_LENGTH) return `dépasse ${MAX_SLUG_LENGTH} caractères`;
  if (isWindowsReserved(slug)) return 'est un nom réservé par Windows';
  if (SLUG_PATTERN.test(slug)) return null;
  return 'n’est pas fait de minuscules sans accent, de chiffres et de traits d’union simples';
}

/** File names are not checked for unwanted characters as texts are: a bidirectional control would reorder the message. */
function quotable(name: string): string {
  return shorten(replaceUnwantedCharacters(name));
}
