// A move to what becomes of the links in a text: those to the article's file or address, and those in its own text that go out from where it was.
import { posix } from 'node:path';
import { articleUrl, editorialUrl } from '../../address/addresses.ts';
import { pathInFolder, type SitePlace, siteFolder } from '../../address/site-place.ts';
import { schemeOf } from '../../article/markdown/allowed-links.ts';
import { bodyAddresses, fileOfLink } from '../../article/markdown/body-addresses.ts';
import { bodyLinks, linkWithin } from '../../article/markdown/body-links.ts';
import { bodyStart, typedText } from '../../article/rewrite-fields.ts';
import { rewriteLinks } from '../../article/rewrite-links.ts';
import { slugOfFile } from '../../article/slug.ts';
import { moveWords } from '../../locale/move-words.ts';
import { endingOf } from '../../media/media-kinds.ts';
import { shownFile } from '../reading/read-content.ts';
import { fileMeant } from '../reading/read-links.ts';
import type { Namer } from './namers.ts';
import { type Refused, refuse } from './refused.ts';

/** Where an article is, or goes to. */
export interface Place {
  /** Below the content folder. */
  readonly file: string;
  readonly url: string;
}

export interface LinkMove {
  readonly from: Place;
  readonly to: Place;
  /** Whether nothing leads from the old address to the new one. */
  readonly addressesToo: boolean;
  readonly site: SitePlace;
}

type Relinked =
  | { readonly ok: true; readonly texts: readonly { readonly file: string; readonly text: string }[] }
  | Refused;

/** The new texts of the files that link to the article. */
export function relinkOthers(move: LinkMove, namers: readonly Namer[], contentDir: string): Relinked {
  const texts: { readonly file: string; readonly text: string }[] = [];
  for (const namer of namers) {
    const text = typedText(namer.bytes);
    if (!namer.isSplit) {
      if (text.includes(posix.basename(move.from.file)))
        return refuse(moveWords.faultyNeighbour(shownFile(namer.file, contentDir)));
      continue;
    }
    const place = placeOf(namer);
    const changed = relink(text, { ...move, linker: { before: place, after: place } });
    const left = linkLeft(changed, place, move);
    if (left !== null) return refuse(moveWords.linkByHand(shownFile(namer.file, contentDir), left));
    if (changed !== text) texts.push({ file: namer.file, text: changed });
  }
  return { ok: true, texts };
}

/** The text of the article itself at its new place. */
export function relinkOwn(move: LinkMove, text: string): string {
  return relink(text, { ...move, linker: { before: move.from, after: move.to } });
}

interface LinkerMove extends LinkMove {
  readonly linker: { readonly before: Place; readonly after: Place };
}

function relink(text: string, move: LinkerMove): string {
  const start = bodyStart(text);
  return (
    text.slice(0, start) +
    rewriteLinks(text.slice(start), (address, isBracketed) => {
      const named = fileOfLink(address);
      if (named === null) return newAddress(address, move);
      // Other files go with the article that shows them, and keep their names.
      return endingOf(named.name) === '.md' ? newFileName(named, isBracketed, move) : null;
    })
  );
}

function newFileName(
  { name, fragment }: { readonly name: string; readonly fragment: string },
  isBracketed: boolean,
  { from, to, linker: { before, after } }: LinkerMove,
): string | null {
  const meant = composedFile(before.file, name);
  const target = meant === from.file.normalize('NFC') ? to.file : meant;
  if (composedFile(after.file, name) === target.normalize('NFC')) return null;
  return encoded(nameLike(name, after.file, target), isBracketed) + fragment;
}

/** Accents composed: disks of macOS part them. */
function composedFile(from: string, name: string): string {
  return fileMeant(from, name).normalize('NFC');
}

/** In the way in which the name was typed: from the repository's root, from the content folder, or from the file that links. */
function nameLike(typed: string, from: string, target: string): string {
  const root = /^[/\\](content[/\\])?/.exec(typed);
  if (root) return `/${root[1] === undefined ? '' : 'content/'}${target}`;
  const name = posix.relative(posix.dirname(from), target);
  return /^\.[/\\]/.test(typed) && !name.startsWith('.') ? `./${name}` : name;
}

/** Only signs that would end the address, or mean something else in it. */
function encoded(name: string, isBracketed: boolean): string {
  const special = isBracketed ? /[<>#?%\\]/g : /[\s()<>#?%\\]/g;
  return name.replace(special, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function newAddress(address: string, move: LinkerMove): string | null {
  const { from, to, addressesToo, site, linker } = move;
  const isRelative = schemeOf(address) === null && !/^(?:[/\\#?]|$)/.test(address);
  if (!isRelative && !addressesToo) return null;
  const path = linkWithin(address, linker.before.url, site)?.path;
  if (path === undefined || path.startsWith('/..')) return null;
  const isOwnPage = isRelative && linker.before.url !== linker.after.url;
  const target = path === from.url && (addressesToo || isOwnPage) ? to.url : path;
  if (linkWithin(address, linker.after.url, site)?.path === target) return null;
  if (!isRelative && address.includes(from.url)) return address.replace(from.url, to.url);
  const [rest = ''] = /[?#].*$/s.exec(address) ?? [];
  return (target === to.url ? target : pathAsTyped(address, linker.before.url, site)) + rest;
}

/** With the percent signs that an address has. */
function pathAsTyped(address: string, from: string, { baseUrl }: SitePlace): string {
  const { pathname } = new URL(address, baseUrl! + from);
  return pathInFolder(pathname, siteFolder(baseUrl!)) ?? pathname;
}

/** A link to the old place that is typed so that `relink` does not see it; null: there is none. */
function linkLeft(
  text: string,
  { file, url }: Place,
  { from, to, addressesToo, site }: LinkMove,
): string | null {
  const body = text.slice(bodyStart(text)).replace(/\r\n?/g, '\n');
  const named = bodyAddresses(body).files.find(
    name =>
      from.file !== to.file &&
      endingOf(name) === '.md' &&
      composedFile(file, name) === from.file.normalize('NFC'),
  );
  if (named !== undefined || !addressesToo) return named ?? null;
  return bodyLinks(body, site).find(link => linkWithin(link, url, site)?.path === from.url) ?? null;
}

/** A faulty article has no address: none of its relative links lead anywhere. */
function placeOf({ file, article }: Namer): Place {
  if (article !== null) return { file, url: articleUrl(article) };
  return { file, url: file.startsWith('pages/') ? editorialUrl(slugOfFile(file).slug) : '/' };
}
