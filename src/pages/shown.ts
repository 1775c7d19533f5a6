// What a page shows, said once: from it follow the page's fingerprint, the files that it needs, and all that its view can reach.
//
// A page shows plain data and references. A reference stands for an article, or a file, at one level: as a bare link, as a card, whole.
// It is opaque: only `tools.ts` opens it, and gives no more of the article than the part that its hash is made of. So a view cannot
// print what its fingerprint does not know.
import { coverReference, type FoundMedia } from '../article/article-media.ts';
import type { Thread } from '../comment/comment.ts';
import type { Entry } from '../edition/entry.ts';
import { hashNumber, mix } from '../hash/hash.ts';
import type { Slot } from '../images/slots.ts';
import type { SocialCardText } from '../images/social-card.ts';
import { factsHash } from '../media/media-facts.ts';

/** The contents of references, by their kind. */
export type Referred =
  | { readonly kind: 'link'; readonly entry: Entry }
  | { readonly kind: 'card'; readonly entry: Entry; readonly slot: Slot | null }
  | { readonly kind: 'cards'; readonly entries: readonly Entry[]; readonly slot: Slot | null }
  | { readonly kind: 'terms'; readonly entries: Iterable<Entry>; readonly hash: number }
  | { readonly kind: 'article'; readonly entry: Entry }
  | { readonly kind: 'social'; readonly entry: Entry; readonly section: string; readonly own: boolean }
  | { readonly kind: 'crops'; readonly entry: Entry }
  | { readonly kind: 'comments'; readonly file: string; readonly thread: Thread }
  | { readonly kind: 'picture'; readonly media: FoundMedia; readonly slot: Slot }
  | { readonly kind: 'document'; readonly media: FoundMedia }
  | { readonly kind: 'recording'; readonly media: FoundMedia }
  | { readonly kind: 'portal card'; readonly text: SocialCardText }
  | { readonly kind: 'constant'; readonly hash: number };

/** Opaque: views get one and hand it to their tools. */
export class Reference<To extends Referred> {
  private readonly referred: To;

  constructor(referred: To) {
    this.referred = referred;
  }

  /** What a reference stands for: for `tools.ts` and this file alone. */
  static open<To extends Referred>(reference: Reference<To>): To {
    return reference.referred;
  }
}

type ReferenceTo<Kind extends Referred['kind']> = Reference<Extract<Referred, { kind: Kind }>>;

/** An article as a bare link shows it: address, title, language. */
export type LinkRef = ReferenceTo<'link'>;
/** An article as a list shows it, with its picture in one place of the theme, or without one. */
export type CardRef = ReferenceTo<'card'>;
/** The same of several, in order. */
export type CardsRef = ReferenceTo<'cards'>;
/** What articles are found by, in order. */
export type TermsRef = ReferenceTo<'terms'>;
/** An article with all that it says and shows. */
export type ArticleRef = ReferenceTo<'article'>;
/** What social networks show of an article. */
export type SocialRef = ReferenceTo<'social'>;
/** An article's picture in the shapes that search engines ask for. */
export type CropsRef = ReferenceTo<'crops'>;
/** The approved comments of one article. */
export type CommentsRef = ReferenceTo<'comments'>;
/** A photograph in one place of the theme. */
export type PictureRef = ReferenceTo<'picture'>;
/** A file that a text offers to readers. */
export type DocumentRef = ReferenceTo<'document'>;
/** A film or a sound of the portal's own, by its address. */
export type RecordingRef = ReferenceTo<'recording'>;
/** The card of pages that have no picture of their own. */
export type PortalCardRef = ReferenceTo<'portal card'>;
/** Plain data that many pages show: hashed once. */
export class Constant<Value> extends Reference<Extract<Referred, { kind: 'constant' }>> {
  readonly value: Value;

  constructor(value: Value) {
    super({ kind: 'constant', hash: digestOf(value) });
    this.value = value;
  }
}

export function showLink(entry: Entry): LinkRef {
  return new Reference({ kind: 'link', entry });
}

/** `slot`: the place of the theme that shows the article's picture; null: it shows none. */
export function showCard(entry: Entry, slot: Slot | null): CardRef {
  return new Reference({ kind: 'card', entry, slot });
}

/** One reference for all, so that lists of thousands cost no more than their entries. */
export function showCards(entries: readonly Entry[], slot: Slot | null): CardsRef {
  return new Reference({ kind: 'cards', entries, slot });
}

/** @param hash changes whenever one of them does: made once, since all files of an index show it, and perhaps of whole months. */
export function showTerms(entries: Iterable<Entry>, hash: number): TermsRef {
  return new Reference({ kind: 'terms', entries, hash });
}

export function showArticle(entry: Entry): ArticleRef {
  return new Reference({ kind: 'article', entry });
}

/** `own`: without a photograph the article has a card of its own, else it has its section's, which is called `section`. */
export function showSocial(entry: Entry, section: string, own: boolean): SocialRef {
  return new Reference({ kind: 'social', entry, section, own });
}

/** null: the article has no picture, so that it shows nothing else when it is no longer among the newest. */
export function showCrops(entry: Entry): CropsRef | null {
  return coverReference(entry.media) === undefined ? null : new Reference({ kind: 'crops', entry });
}

/** `file` is the article's. */
export function showComments(file: string, thread: Thread): CommentsRef {
  return new Reference({ kind: 'comments', file, thread });
}

export function showPicture(media: FoundMedia, slot: Slot): PictureRef {
  return new Reference({ kind: 'picture', media, slot });
}

export function showDocument(media: FoundMedia): DocumentRef {
  return new Reference({ kind: 'document', media });
}

export function showRecording(media: FoundMedia): RecordingRef {
  return new Reference({ kind: 'recording', media });
}

export function showPortalCard(text: SocialCardText): PortalCardRef {
  return new Reference({ kind: 'portal card', text });
}

/** Make it once and show it on many pages. */
export function constant<Value>(value: Value): Constant<Value> {
  return new Constant(value);
}

/** Stand for what has no number of its own: beyond all counts and instants. */
const TAGS = 2 ** 52;
const ABSENT = TAGS + 1;
const TRUE = TAGS + 2;
const FALSE = TAGS + 3;
const TEXT = TAGS + 4;
const LIST = TAGS + 5;
const RECORD = TAGS + 6;

/** What follows from what a page shows. */
export interface Inspected {
  /** A hash number that changes whenever something that is shown does. */
  readonly digest: number;
  /** The references to what may have pictures or other files (`derived-files.ts`). */
  readonly pictured: readonly Referred[];
}

/** The same, of which the references are found when somebody asks for them: that may bring articles. */
export interface FirstLook {
  readonly digest: number;
  readonly pictured: () => readonly Referred[];
}

/** Texts are gathered and hashed together: a hash of each would cost more than all the rest. */
interface Inspection {
  /** Whether whatever is shown of an article counts as all of it. */
  readonly isRough: boolean;
  readonly texts: string[];
  readonly pictured: Referred[];
}

/** `shown` is plain data and references; throws for anything else, such as a function, a `Map` or a `Date`. */
export function inspect(shown: unknown): Inspected {
  return inspectWith(shown, false);
}

/** The digest changes whenever that of `inspect` does, and more often: of articles only what lists know as well is read. */
export function inspectRoughly(shown: unknown): Inspected {
  return inspectWith(shown, true);
}

function inspectWith(shown: unknown, isRough: boolean): Inspected {
  const inspection: Inspection = { isRough, texts: [], pictured: [] };
  const numbers = mixIn(TAGS, shown, inspection);
  const { texts, pictured } = inspection;
  return { digest: texts.length === 0 ? numbers : mix(numbers, hashNumber(texts.join(''))), pictured };
}

export function digestOf(shown: unknown): number {
  return inspect(shown).digest;
}

function mixIn(digest: number, shown: unknown, inspection: Inspection): number {
  switch (typeof shown) {
    case 'number':
      if (Number.isSafeInteger(shown) && shown >= 0) return mix(digest, shown);
      inspection.texts.push(`${shown};`);
      return mix(digest, TEXT);
    case 'string':
      // With its length, so that no two lists of texts run together to the same one.
      inspection.texts.push(`${shown.length}:${shown}`);
      return mix(digest, TEXT);
    case 'boolean':
      return mix(digest, shown ? TRUE : FALSE);
    case 'undefined':
      return mix(digest, ABSENT);
    case 'object':
      if (shown === null) return mix(digest, ABSENT);
      if (Array.isArray(shown)) {
        let list = mix(mix(digest, LIST), shown.length);
        for (const item of shown) list = mixIn(list, item, inspection);
        return list;
      }
      return shown instanceof Reference
        ? mixInReferred(digest, Reference.open(shown as Reference<Referred>), inspection)
        : mixInObject(digest, shown, inspection);
    default:
      throw new Error(`A page cannot show a ${typeof shown}.`);
  }
}

function mixInObject(digest: number, shown: object, inspection: Inspection): number {
  const prototype = Object.getPrototypeOf(shown);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Error(`A page cannot show a ${shown.constructor.name}.`);
  let all = mix(digest, RECORD);
  let place = 0;
  for (const key in shown)
    all = mixIn(mix(all, hashOfKey(key, place++)), (shown as Record<string, unknown>)[key], inspection);
  return all;
}

const keyHashes = new Map<string, number>();

/** By their places in the record before: most records come after one of the same kind. */
const latestKeys: string[] = [];
const latestHashes: number[] = [];

/** The names of fields are few, and come again with every page. */
function hashOfKey(key: string, place: number): number {
  if (latestKeys[place] === key) return latestHashes[place]!;
  let hash = keyHashes.get(key);
  if (hash === undefined) {
    hash = hashNumber(key);
    keyHashes.set(key, hash);
  }
  latestKeys[place] = key;
  latestHashes[place] = hash;
  return hash;
}

/** What each kind of reference adds: the hash that changes with all that `tools.ts` gives of it. */
function mixInReferred(digest: number, referred: Referred, inspection: Inspection): number {
  const { isRough } = inspection;
  const cardHashOf = (entry: Entry): number => (isRough ? entry.articleHash : entry.cardHash);
  switch (referred.kind) {
    case 'link':
      return mix(digest, isRough ? referred.entry.articleHash : referred.entry.linkHash);
    case 'card':
      if (referred.slot !== null) inspection.pictured.push(referred);
      return mix(mixIn(digest, referred.slot, inspection), cardHashOf(referred.entry));
    case 'cards': {
      let cards = mix(digest, referred.entries.length);
      for (const entry of referred.entries) cards = mix(cards, cardHashOf(entry));
      if (referred.slot === null) return cards;
      inspection.pictured.push(referred);
      return mixIn(cards, referred.slot, inspection);
    }
    case 'article':
      if (referred.entry.media.length > 0 || referred.entry.map !== null) inspection.pictured.push(referred);
      return mix(digest, referred.entry.articleHash);
    case 'social':
      inspection.pictured.push(referred);
      // The section's name is in the portal's navigation, which every fingerprint has.
      return mix(mix(digest, cardHashOf(referred.entry)), referred.own ? TRUE : FALSE);
    case 'crops':
      inspection.pictured.push(referred);
      return mix(digest, cardHashOf(referred.entry));
    case 'comments':
      return mix(digest, referred.thread.hash);
    case 'picture': {
      const { media, slot } = referred;
      inspection.pictured.push(referred);
      return mixIn(digest, [factsHash(media.facts), media.focus, slot], inspection);
    }
    case 'recording':
    case 'document':
      inspection.pictured.push(referred);
      return mixIn(digest, [factsHash(referred.media.facts), referred.media.file], inspection);
    case 'portal card':
      inspection.pictured.push(referred);
      return mixIn(digest, referred.text, inspection);
    case 'terms':
    case 'constant':
      return mix(digest, referred.hash);
  }
}

/** The pictures of cards, each with the place of the theme that shows it. */
export function* coversIn(
  referred: Extract<Referred, { kind: 'card' | 'cards' }>,
): Generator<readonly [FoundMedia, Slot], void> {
  const { slot } = referred;
  if (slot === null) return;
  for (const entry of referred.kind === 'card' ? [referred.entry] : referred.entries) {
    const cover = coverReference(entry.media);
    if (cover) yield [cover, slot];
  }
}
