// An article and its new section, name or date become all that has to change for it on disk, or why it can't be moved. Nothing is written here.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { articleUrl, outputKey } from '../../address/addresses.ts';
import { oldAddressKey } from '../../address/old-address.ts';
import type { Article } from '../../article/article.ts';
import { mediaOf } from '../../article/article-media.ts';
import { type ReadingRules, readArticle } from '../../article/read-article.ts';
import { type FieldChanges, rewriteFields, typedText } from '../../article/rewrite-fields.ts';
import { slugMistake, slugOfFile } from '../../article/slug.ts';
import { checkAddressLength } from '../../check/long-address.ts';
import { articleOfComments, commentsOfArticle } from '../../comment/comment-folder.ts';
import { moveWords } from '../../locale/move-words.ts';
import type { Checked, Problem } from '../../problem/problem.ts';
import { readEditorialPages } from '../../site/read-editorial-pages.ts';
import type { Site } from '../../site/site.ts';
import { calendarDay } from '../../time/calendar-day.ts';
import { dateMistake } from '../../time/date-mistake.ts';
import type { Instant } from '../../time/instant.ts';
import { readInstant } from '../../time/read-instant.ts';
import { shownFile } from '../reading/read-content.ts';
import { type FoundComments, type FoundFiles, walkContent } from '../reading/walk-content.ts';
import { holderOf } from './address-holders.ts';
import { findArticle, isThere } from './find-article.ts';
import { folderAfterMove } from './folder-after-move.ts';
import { type Place, relinkOthers, relinkOwn } from './move-links.ts';
import { type MovedFile, type MovedMedia, moveMedia } from './move-media.ts';
import { gatherNamers, type Namer } from './namers.ts';

/** What was asked for, as it was typed. */
export interface MoveRequest {
  readonly file: string;
  readonly section: string | undefined;
  readonly slug: string | undefined;
  readonly date: string | undefined;
}

/** Why the old address is added to `aliases`, or is not. */
export type AliasOutcome =
  | { readonly kind: 'added' }
  | { readonly kind: 'draft' | 'scheduled' }
  /** Another article has it. */
  | { readonly kind: 'taken'; readonly by: string };

export interface MovePlan {
  readonly from: Place;
  readonly to: Place;
  /** Of the article's file at its new place. */
  readonly text: string;
  readonly alias: AliasOutcome;
  /** Whether readers have the article now and will wait for it after the move. */
  readonly waits: boolean;
  readonly media: readonly MovedMedia[];
  readonly comments: readonly MovedFile[];
  /** Of other files, whose links lead to the article. */
  readonly texts: readonly { readonly file: string; readonly text: string }[];
}

export type PlannedMove =
  | { readonly ok: true; readonly plan: MovePlan }
  /** In French why not; `problems` are those of the article as it is, or as it would be. */
  | { readonly ok: false; readonly refusal: string; readonly problems: readonly Problem[] };

interface Settings {
  readonly contentDir: string;
  readonly site: Site;
  /** What readers have is told at this instant. */
  readonly now: Instant;
}

export function planMove(request: MoveRequest, settings: Settings): PlannedMove {
  const { contentDir, site } = settings;
  const found = walkContent(contentDir);
  const asked = findArticle(request.file, contentDir, found.files);
  if (!asked.ok) return refuse(asked.refusal);
  const bytes = readFileSync(join(contentDir, asked.file));
  const rules: ReadingRules = { timeZone: site.timeZone, place: site };
  const read = readArticle(asked.file, bytes, rules);
  if (!read.ok) return refuse(moveWords.faulty(request.file), read.problems);
  const { article } = read.value;
  const wrong = wrongWish(request, site);
  if (wrong !== null) return refuse(wrong);
  const wish = wishOf(request, article, site.timeZone);
  const to = placeAfter(article, wish);
  const from: Place = { file: article.file, url: articleUrl(article) };
  if (from.url === to.url) return refuse(moveWords.sameAddress(from.url));
  if (from.file !== to.file && isThere(contentDir, to.file))
    return refuse(takenPlace(from.file, to.file, contentDir));
  const others = namersFor({ article, from, to, found, rules }, settings);
  const planned = planChanges({ request, article, bytes, from, to, found, others, rules }, settings);
  if (!planned.ok) return planned;
  const tooLong: string[] = [];
  checkAddressLength({ ...article, ...wish }, ({ message }) => tooLong.push(message));
  return tooLong.length === 0 ? planned : refuse(tooLong[0]!);
}

function refuse(refusal: string, problems: readonly Problem[] = []): PlannedMove {
  return { ok: false, refusal, problems };
}

function takenPlace(from: string, to: string, contentDir: string): string {
  return moveWords.taken(shownFile(from, contentDir), shownFile(to, contentDir));
}

/** Whatever the article is. */
function wrongWish({ section, slug, date }: MoveRequest, { sections, timeZone }: Site): string | null {
  if (section === undefined && slug === undefined && date === undefined) return moveWords.nothingAsked();
  if (section !== undefined && !sections.some(each => each.slug === section)) {
    const present = sections.find(each => each.formerly.includes(section))?.slug ?? null;
    return moveWords.unknownSection(
      section,
      sections.map(each => each.slug),
      present,
    );
  }
  const mistake = slug === undefined ? null : wrongSlug(slug);
  if (mistake !== null) return mistake;
  return date === undefined || readInstant(date, timeZone) !== null ? null : dateMistake(date, timeZone);
}

function wrongSlug(slug: string): string | null {
  const name = slug.replace(/\.(?:md|html)$/i, '');
  const mistake = slugMistake(name);
  if (mistake !== null) return mistake.message;
  return name === slug ? null : moveWords.withEnding(slug, name);
}

/** What an address is made of. */
interface Wish {
  readonly section: string;
  readonly slug: string;
  readonly day: string;
}

function wishOf({ section, slug, date }: MoveRequest, article: Article, timeZone: string): Wish {
  const instant = date === undefined ? article.date : readInstant(date, timeZone)!;
  return {
    section: section ?? article.section,
    slug: slug ?? article.slug,
    day: calendarDay(instant, timeZone),
  };
}

function placeAfter(article: Article, wish: Wish): Place {
  const folder = folderAfterMove(posix.dirname(article.file), article, wish);
  return { file: `${folder}/${wish.slug}.md`, url: articleUrl(wish) };
}

interface Move {
  readonly article: Article;
  readonly from: Place;
  readonly to: Place;
  readonly found: FoundFiles;
  readonly rules: ReadingRules;
}

function namersFor({ article, from, to, found, rules }: Move, settings: Settings): readonly Namer[] {
  const { contentDir, site } = settings;
  const pages = readEditorialPages(contentDir, site, new Set()).files;
  const { slug } = article;
  const names = [`${slug}.md`, posix.basename(to.file)];
  const words = [`${slug}.md`, `${slug}.html`, `${slugOfFile(to.file).slug}.html`];
  const folders = [from.file, to.file].map(file => posix.dirname(file));
  return gatherNamers(
    contentDir,
    [...found.files, ...pages].filter(file => file !== from.file),
    { words, names, folders: folders[0] === folders[1] ? [] : foldersOfMedia(folders, found) },
    rules,
  );
}

/** Photographs may lie in folders below that of their article; so may articles that show them. */
function foldersOfMedia(folders: readonly string[], { media }: FoundFiles): readonly string[] {
  const below = media.files.map(file => posix.dirname(file));
  return [
    ...new Set([...folders, ...below.filter(each => folders.some(folder => each.startsWith(`${folder}/`)))]),
  ];
}

function planChanges(
  {
    request,
    article,
    bytes,
    from,
    to,
    found,
    others,
    rules,
  }: Move & {
    readonly request: MoveRequest;
    readonly bytes: Uint8Array;
    readonly others: readonly Namer[];
  },
  { contentDir, site, now }: Settings,
): PlannedMove {
  const articles = others.flatMap(({ article: other }) => (other === null ? [] : [other]));
  const holder = holderOf(to.url, articles);
  if (holder !== null)
    return refuse(
      moveWords[holder.isOld ? 'oldAddressOf' : 'addressOf'](to.url, shownFile(holder.file, contentDir)),
    );
  const alias = aliasOutcome(article, holderOf(from.url, articles)?.file ?? null, now);
  const ownAlias = article.aliases.findIndex(each => oldAddressKey(each) === outputKey(to.url));
  if (ownAlias !== -1 && alias.kind !== 'added') return refuse(moveWords.ownOldAddress(to.url));
  const changes: FieldChanges = {
    ...(request.section !== undefined && { section: request.section }),
    ...(request.date !== undefined && { date: request.date.trim() }),
    ...(alias.kind === 'added' && {
      alias: { address: from.url, insteadOf: ownAlias === -1 ? null : ownAlias },
    }),
  };
  const addressesToo = alias.kind === 'draft' || alias.kind === 'scheduled';
  const links = { from, to, addressesToo, site };
  const text = rewriteFields(typedText(bytes), changes);
  if (text === null) return refuse(moveWords.byHand(request.file));
  const moved = movedArticle(article, changes, relinkOwn(links, text), to, rules);
  if (!moved.ok) return refuse(moveWords.wouldBeFaulty(request.file), moved.problems);
  if (moved.value === null) return refuse(moveWords.byHand(request.file));
  const media = moveMedia(
    { from: from.file, to: to.file, media: mediaOf(article) },
    found.media.files,
    others.filter(({ file }) => file.startsWith('articles/')),
    contentDir,
  );
  if (!media.ok) return refuse(media.refusal);
  const thread = commentsAt(from.file, found);
  const waiting = from.file === to.file ? undefined : commentsAt(to.file, found);
  if (waiting) return refuse(moveWords.otherComments(shownFile(waiting.folder, contentDir)));
  const relinked = relinkOthers(links, others, contentDir);
  if (!relinked.ok) return refuse(relinked.refusal);
  return {
    ok: true,
    plan: {
      from,
      to,
      text: moved.value.text,
      alias,
      waits: alias.kind === 'added' && moved.value.appears > now,
      media: media.moved,
      comments: thread === undefined ? [] : moveComments(thread, to.file),
      texts: relinked.texts,
    },
  };
}

function aliasOutcome(article: Article, taker: string | null, now: Instant): AliasOutcome {
  if (taker !== null) return { kind: 'taken', by: taker };
  if (article.draft) return { kind: 'draft' };
  return { kind: appearanceOf(article) > now ? 'scheduled' : 'added' };
}

function appearanceOf({ date, publish }: Article): Instant {
  return Math.max(date, publish ?? date);
}

/** What a move may change of an article. */
const MOVABLE: ReadonlySet<string> = new Set<keyof Article>([
  ...(['file', 'slug', 'section', 'date', 'dateIsDay', 'day', 'aliases', 'bodyFiles', 'bodyLinks'] as const),
  // They are never earlier than the date.
  ...(['updated', 'corrections'] as const),
]);

/**
 * The article as it will be read at its new place: its file's text, and when it appears. Or its problems; or null when something else of it
 * would change than what was meant to, as the way in which its fields are typed misled us.
 */
function movedArticle(
  before: Article,
  { section = before.section, date, alias }: FieldChanges,
  text: string,
  to: Place,
  rules: ReadingRules,
): Checked<{ readonly text: string; readonly appears: Instant } | null> {
  const read = readArticle(to.file, Buffer.from(text), rules);
  if (!read.ok) {
    return { ok: false, problems: read.problems.map(problem => ({ ...problem, file: before.file })) };
  }
  const after = read.value.article;
  const isMeant =
    after.section === section &&
    after.date === (date === undefined ? before.date : readInstant(date, rules.timeZone)) &&
    JSON.stringify(after.aliases) === JSON.stringify(aliasesAfter(before.aliases, alias)) &&
    unmovable(after) === unmovable(before);
  return { ok: true, value: isMeant ? { text, appears: appearanceOf(after) } : null };
}

function aliasesAfter(before: readonly string[], alias: FieldChanges['alias']): readonly string[] {
  if (alias === undefined) return before;
  const { address, insteadOf } = alias;
  return insteadOf === null ? [...before, address] : before.with(insteadOf, address);
}

function unmovable(article: Article): string {
  return JSON.stringify(Object.entries(article).filter(([name]) => !MOVABLE.has(name)));
}

function commentsAt(article: string, { comments }: FoundFiles): FoundComments | undefined {
  return comments.find(({ folder }) => articleOfComments(folder) === article);
}

/** Only files of the article's own: folders below hold comments of other articles. */
function moveComments({ folder, names }: FoundComments, to: string): readonly MovedFile[] {
  return names.map(name => ({ from: `${folder}/${name}`, to: `${commentsOfArticle(to)}/${name}` }));
}
