// The fields of a form become what a reader wants to say, or the reason why it can't be taken.
import { COMMENT_ID } from '../comment/comment-id.ts';
import { hashOf } from '../hash/hash.ts';
import { plainLine, plainLines } from './plain-text.ts';

/** As the form of the page and the schema of a comment's file. */
export const MOST_NAME = 60;
export const MOST_TEXT = 3000;
const MOST_LINKS = 3;
/** A person needs longer from seeing the form to sending it, in ms. Only a page with script says how long it was. */
const LEAST_TIME = 2_000;

export type Refusal =
  | 'no-text'
  | 'long-text'
  | 'long-name'
  | 'many-links'
  | 'too-fast'
  | 'trap'
  | 'no-article'
  | 'no-comment'
  | 'full'
  | 'not-there'
  | 'no-reason'
  | 'key-name'
  | 'work'
  | 'long-remark'
  | 'closed'
  | 'no-poll'
  | 'no-choice'
  | 'poll-closed'
  | 'known-vote'
  | 'too-many'
  | 'too-many-by-far'
  | 'origin'
  | 'host'
  | 'form'
  | 'large'
  | 'later';

export interface Words {
  /** As the form says. */
  readonly replyTo: string | null;
  readonly name: string | null;
  readonly text: string;
  readonly links: number;
  readonly fold: string;
}

/** Names of the form's fields: the first is for machines that fill in whatever they find, and no reader sees it. */
export const TRAP_FIELD = 'site-web';
const TIME_FIELD = 'waited';

/** `fields`: what the form sent, each name once. */
export function readWords(fields: ReadonlyMap<string, string>): Words | Refusal {
  if ((fields.get(TRAP_FIELD) ?? '') !== '') return 'trap';
  const waited = fields.get(TIME_FIELD);
  if (waited !== undefined && !(/^\d{1,12}$/.test(waited) && Number(waited) >= LEAST_TIME)) return 'too-fast';
  const text = plainLines(fields.get('text') ?? '');
  if (text === '') return 'no-text';
  if (text.length > MOST_TEXT) return 'long-text';
  const name = fields.has('anonymous') ? '' : plainLine(fields.get('name') ?? '');
  if (name.length > MOST_NAME) return 'long-name';
  const replyTo = fields.get('replyTo') || null;
  if (replyTo !== null && !COMMENT_ID.test(replyTo)) return 'no-comment';
  const links = countLinks(text) + countLinks(name);
  if (links > MOST_LINKS) return 'many-links';
  return { replyTo, name: name === '' ? null : name, text, links, fold: foldOf(name, text, replyTo) };
}

/** Whatever a reader's eye or a program could take for an address. */
export function countLinks(text: string): number {
  return text.match(/\b(?:https?:\/\/|www\.)\S|\[url\b/gi)?.length ?? 0;
}

/** A short « Bravo ! » may come from two readers, or be said to two; a longer text that comes under two names is sent by one. */
const LONG_ENOUGH = 40;

/** Texts that differ in capitals, accents, spaces and signs alone have one fold. */
function foldOf(name: string, text: string, replyTo: string | null): string {
  const bare = (words: string): string =>
    words
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
  const folded = bare(text);
  return hashOf(folded.length >= LONG_ENOUGH ? folded : `${bare(name)}/${replyTo ?? ''}/${folded}`);
}
