// An article and its new section, name or date become all that has to change for it on disk, or why it can't be moved. Nothing is written here.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { articleAddress, articleUrl } from '../../address/addresses.ts';
import type { Article } from '../../article/article.ts';
import { mediaOf } from '../../article/article-media.ts';
import { type ReadingRules, readArticle } from '../../article/read-article.ts';
import { checkAddressLength } from '../../check/long-address.ts';
import { workingTree } from '../../content/working-tree.ts';
import { moveWords } from '../../locale/move-words.ts';
import { readEditorialPages } from '../../site/read-editorial-pages.ts';
import type { Site } from '../../site/site.ts';
import type { Instant } from '../../time/instant.ts';
import { isArticle, shownFile } from '../reading/read-content.ts';
import { type FoundFiles, walkContent } from '../reading/walk-content.ts';
import { holderOf } from './address-holders.ts';
import { findArticle, isThere } from './find-article.ts';
import { folderAfterMove } from './folder-after-move.ts';
import { moveComments } from './move-comments.ts';
import { type LinkMove, type Place, relinkOthers } from './move-links.ts';
import { type MovedFile, type MovedMedia, moveMedia } from './move-media.ts';
import { addressAsked, type MoveRequest, requestMistakes } from './move-request.ts';
import { type AliasOutcome, aliasOutcome, moveText } from './move-text.ts';
import { gatherNamers, type Namer } from './namers.ts';
import { type Refused, refuse } from './refused.ts';

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

interface Planned {
  readonly ok: true;
  readonly plan: MovePlan;
}

interface Settings {
  readonly contentDir: string;
  readonly site: Site;
  /** What readers have is told at this instant. */
  readonly now: Instant;
}

export function planMove(request: MoveRequest, settings: Settings): Planned | Refused {
  const { contentDir, site } = settings;
  const found = walkContent(workingTree(contentDir));
  const asked = findArticle(request.file, contentDir, found.files);
  if (!asked.ok) return asked;
  const bytes = readFileSync(join(contentDir, asked.file));
  const rules: ReadingRules = { timeZone: site.timeZone, place: site };
  const read = readArticle(asked.file, bytes, rules);
  if (!read.ok) return refuse(moveWords.faulty(request.file), read.problems);
  const { article } = read.value;
  const mistakes = requestMistakes(request, site);
  if (mistakes.length > 0) return refuse(mistakes.join('\n'));
  const from: Place = { file: article.file, url: articleUrl(article) };
  const to = placeAsked(request, article, site.timeZone);
  const taken = addressTooLong(to) ?? noPlaceAt(to, from, contentDir);
  if (taken !== null) return refuse(taken);
  const others = namersFor(from, to, found, rules, settings);
  return planChanges({ request, article, bytes, from, to, found, others, rules }, settings);
}

function placeAsked(request: MoveRequest, article: Article, timeZone: string): Place {
  const address = addressAsked(request, article, timeZone);
  const folder = folderAfterMove(posix.dirname(article.file), article, address);
  return { file: `${folder}/${address.slug}.md`, url: articleUrl(address) };
}

function addressTooLong({ file, url }: Place): string | null {
  const messages: string[] = [];
  checkAddressLength({ file, ...articleAddress(url)! }, ({ message }) => messages.push(message));
  return messages[0] ?? null;
}

/** Why the article can't stand there, as far as can be told without any other; null: it can. */
function noPlaceAt(to: Place, from: Place, contentDir: string): string | null {
  if (from.url === to.url) return moveWords.sameAddress(from.url);
  if (from.file === to.file || !isThere(contentDir, to.file)) return null;
  return moveWords.taken(shownFile(from.file, contentDir), shownFile(to.file, contentDir));
}

/** The files that may name the article or what lies beside it, or have its new address. */
function namersFor(
  from: Place,
  to: Place,
  found: FoundFiles,
  rules: ReadingRules,
  { contentDir, site }: Settings,
): readonly Namer[] {
  const pages = readEditorialPages(workingTree(contentDir), site, new Set()).files;
  const [oldName, newName] = [from.file, to.file].map(file => posix.basename(file, '.md')) as [
    string,
    string,
  ];
  const folders = [from.file, to.file].map(file => posix.dirname(file));
  return gatherNamers(
    contentDir,
    [...found.files, ...pages].filter(file => file !== from.file),
    {
      names: [`${oldName}.md`, `${newName}.md`],
      words: [`${oldName}.md`, `${oldName}.html`, `${newName}.html`],
      folders: folders[0] === folders[1] ? [] : foldersOfMedia(folders, found),
    },
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

interface ToPlan {
  readonly request: MoveRequest;
  readonly article: Article;
  readonly bytes: Uint8Array;
  readonly from: Place;
  readonly to: Place;
  readonly found: FoundFiles;
  readonly others: readonly Namer[];
  readonly rules: ReadingRules;
}

function planChanges(
  { request, article, bytes, from, to, found, others, rules }: ToPlan,
  { contentDir, site, now }: Settings,
): Planned | Refused {
  const articles = others.flatMap(({ article: other }) => (other === null ? [] : [other]));
  const holder = holderOf(to.url, articles);
  if (holder !== null) {
    const say = holder.isOld ? moveWords.oldAddressOf : moveWords.addressOf;
    return refuse(say(to.url, shownFile(holder.file, contentDir)));
  }
  const alias = aliasOutcome(article, holderOf(from.url, articles)?.file ?? null, now);
  const addressesToo = alias.kind === 'draft' || alias.kind === 'scheduled';
  const links: LinkMove = { from, to, addressesToo, site };
  const moved = moveText(request, { article, bytes, alias, links, rules, now });
  if (!moved.ok) return moved;
  const files: MovedFile = { from: from.file, to: to.file };
  const neighbours = others.filter(({ file }) => isArticle(file));
  const media = moveMedia({ ...files, media: mediaOf(article) }, found.media.files, neighbours, contentDir);
  if (!media.ok) return media;
  const comments = moveComments(files, found, contentDir);
  if (!comments.ok) return comments;
  const relinked = relinkOthers(links, others, contentDir);
  if (!relinked.ok) return relinked;
  const { text, waits } = moved;
  const { texts } = relinked;
  return {
    ok: true,
    plan: { from, to, text, alias, waits, media: media.moved, comments: comments.moved, texts },
  };
}
