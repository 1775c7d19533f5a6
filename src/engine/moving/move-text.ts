// An article and what its address will be made of become the text of its file at its new place, its old address kept if readers had it.
import { articleAddress, outputKey } from '../../address/addresses.ts';
import { oldAddressKey } from '../../address/old-address.ts';
import type { Article } from '../../article/article.ts';
import { type ReadingRules, readArticle } from '../../article/read-article.ts';
import {
  type AliasChange,
  type FieldChanges,
  rewriteFields,
  typedText,
} from '../../article/rewrite-fields.ts';
import { identityOf } from '../../edition/identity.ts';
import { moveWords } from '../../locale/move-words.ts';
import type { Instant } from '../../time/instant.ts';
import { readInstant } from '../../time/read-instant.ts';
import { type LinkMove, type Place, relinkOwn } from './move-links.ts';
import type { MoveRequest } from './move-request.ts';
import { type Refused, refuse } from './refused.ts';

/** Why the old address is added to `aliases`, or is not. */
export type AliasOutcome =
  | { readonly kind: 'added' }
  | { readonly kind: 'draft' | 'scheduled' }
  /** Another article has it. */
  | { readonly kind: 'taken'; readonly by: string };

export interface MovedText {
  readonly ok: true;
  readonly text: string;
  /** Whether readers have the article now and will wait for it after the move. */
  readonly waits: boolean;
}

/** @param taker the file of another article that has the old address, today or as an old one; null: there is none. */
export function aliasOutcome(article: Article, taker: string | null, now: Instant): AliasOutcome {
  if (taker !== null) return { kind: 'taken', by: taker };
  if (article.draft) return { kind: 'draft' };
  return { kind: appearanceOf(article) > now ? 'scheduled' : 'added' };
}

function appearanceOf({ date, publish }: Article): Instant {
  return Math.max(date, publish ?? date);
}

interface ToMove {
  readonly article: Article;
  readonly bytes: Uint8Array;
  readonly alias: AliasOutcome;
  readonly links: LinkMove;
  readonly rules: ReadingRules;
  readonly now: Instant;
}

export function moveText(request: MoveRequest, toMove: ToMove): MovedText | Refused {
  const { article, bytes, alias, links, rules, now } = toMove;
  const { from, to } = links;
  const aliasChange = aliasChangeOf(article, alias, links);
  const changes: FieldChanges = {
    ...(request.section !== undefined && { section: request.section }),
    ...(request.date !== undefined && { date: request.date.trim() }),
    ...(aliasChange !== null && { alias: aliasChange }),
    ...keptIdentity(article, aliasChange, to),
  };
  const changed = rewriteFields(typedText(bytes), changes);
  if (changed === null) return refuse(moveWords.byHand(request.file));
  const text = relinkOwn(links, changed);
  const read = readArticle(to.file, Buffer.from(text), rules);
  if (!read.ok) {
    const problems = read.problems.map(problem => ({ ...problem, file: from.file }));
    return refuse(moveWords.wouldBeFaulty(request.file), problems);
  }
  const after = read.value.article;
  // The way in which the fields are typed may have misled us.
  if (!isAsMeant(article, after, changes, rules)) return refuse(moveWords.byHand(request.file));
  return { ok: true, text, waits: alias.kind === 'added' && appearanceOf(after) > now };
}

/** An old address at which the article is again is none any more. */
function aliasChangeOf(
  { aliases }: Article,
  alias: AliasOutcome,
  { from, to }: LinkMove,
): AliasChange | null {
  const index = aliases.findIndex(each => oldAddressKey(each) === outputKey(to.url));
  if (alias.kind !== 'added') return index === -1 ? null : { kind: 'remove', index };
  const address = from.url;
  return index === -1 ? { kind: 'add', address } : { kind: 'replace', index, address };
}

/** Readers' programs know it by an old address that leaves `aliases` when the article is there again: then it says so itself. */
function keptIdentity(article: Article, change: AliasChange | null, to: Place): Pick<FieldChanges, 'id'> {
  const before = identityOf(article);
  const aliases = aliasesAfter(article.aliases, change ?? undefined);
  // The file's name and its fields are those of its address.
  return identityOf({ ...article, ...articleAddress(to.url)!, aliases }) === before ||
    change?.kind !== 'replace'
    ? {}
    : { id: before };
}

/** What a move may change of an article. */
const MOVABLE: ReadonlySet<string> = new Set<keyof Article>([
  ...([
    'file',
    'slug',
    'section',
    'date',
    'dateIsDay',
    'day',
    'aliases',
    'id',
    'bodyFiles',
    'bodyLinks',
  ] as const),
  // They are never earlier than the date.
  ...(['updated', 'corrections'] as const),
]);

function isAsMeant(
  before: Article,
  after: Article,
  { section = before.section, date, alias, id = before.id ?? undefined }: FieldChanges,
  { timeZone }: ReadingRules,
): boolean {
  return (
    after.section === section &&
    after.id === (id ?? null) &&
    after.date === (date === undefined ? before.date : readInstant(date, timeZone)) &&
    JSON.stringify(after.aliases) === JSON.stringify(aliasesAfter(before.aliases, alias)) &&
    unmovable(after) === unmovable(before)
  );
}

function aliasesAfter(before: readonly string[], change: AliasChange | undefined): readonly string[] {
  switch (change?.kind) {
    case undefined:
      return before;
    case 'add':
      return [...before, change.address];
    case 'replace':
      return before.with(change.index, change.address);
    case 'remove':
      return before.toSpliced(change.index, 1);
  }
}

function unmovable(article: Article): string {
  return JSON.stringify(Object.entries(article).filter(([name]) => !MOVABLE.has(name)));
}
