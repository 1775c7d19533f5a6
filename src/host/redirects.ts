// Old addresses to what a host is told of them: rules of one address each and of whole folders, as many as that host follows.
import { articleUrl } from '../address/addresses.ts';
import { redirectUrl } from '../address/old-address.ts';
import type { Edition } from '../edition/edition.ts';
import type { Entry } from '../edition/entry.ts';
import { type OldAddresses, oldAddresses } from '../edition/old-addresses.ts';
import type { Host } from '../site/hosts.ts';
import type { MovedFolder, MovedFolders } from '../site/moved-folders.ts';
import { HOST_ABILITIES, type HostAbilities } from './host-abilities.ts';
import { canAnswer } from './host-answers.ts';
import { type RuleRoom, roomForRules } from './rule-room.ts';

/** From one old address, of letters as an editor types them, to one of today; both within the site. */
export interface ExactRedirect {
  readonly from: string;
  /** What follows after `?`, and all of it; null: anything may. */
  readonly question: string | null;
  readonly to: string;
}

export interface HostRedirects {
  /** A host tries them first, in this order: among them are exceptions to folders. */
  readonly exact: readonly ExactRedirect[];
  /** What is below `from` stands below `to`, under the rest of its address. */
  readonly folders: readonly MovedFolder[];
  /** Old folders for which the host has no room: pages lead on from each of their addresses. */
  readonly foldersLeft: readonly MovedFolder[];
  /** How many old addresses of articles it has no room for. */
  readonly addressesLeft: number;
}

const NOTHING: HostRedirects = { exact: [], folders: [], foldersLeft: [], addressesLeft: 0 };

/** Old folders for which the host has no room, as in `HostRedirects`: soon known where it has room for all, or for none. */
export function foldersWithoutRoom(
  host: Host,
  edition: Pick<Edition, 'renamed' | 'addressed'>,
  moved: MovedFolders,
  folder: string,
): readonly MovedFolder[] {
  const { rules } = HOST_ABILITIES[host];
  if (moved.list.length === 0 || rules === 0) return moved.list;
  return rules === Number.POSITIVE_INFINITY ? [] : hostRedirects(host, edition, moved, folder).foldersLeft;
}

/**
 * Within what a host takes: first old folders, each with the exceptions to it; then addresses that no file can have; last the old addresses
 * of articles that have pages as well, the oldest first, so that a new one takes no other's place.
 * @param folder of the site on its host, or ''.
 */
export function hostRedirects(
  host: Host,
  edition: Pick<Edition, 'renamed' | 'addressed'>,
  moved: MovedFolders,
  folder: string,
): HostRedirects {
  const abilities = HOST_ABILITIES[host];
  if (abilities.rules === 0) return { ...NOTHING, foldersLeft: moved.list };
  const { renamed } = edition;
  const old = oldAddresses(edition, moved);
  const room = roomForRules(abilities, folder);
  const { exact, folders, foldersLeft } = redirectsOfFolders(renamed, moved, old, abilities, room);
  let addressesLeft = 0;
  for (const rules of redirectsOfArticles(renamed.toReversed(), moved, old, abilities)) {
    if (room.takes(rules, null)) exact.push(...rules);
    else addressesLeft++;
  }
  return { exact, folders, foldersLeft, addressesLeft };
}

function redirectsOfFolders(
  renamed: readonly Entry[],
  moved: MovedFolders,
  old: OldAddresses,
  abilities: HostAbilities,
  room: RuleRoom,
) {
  const exceptions = exceptionsByFolder(renamed, moved, old, abilities);
  const exact: ExactRedirect[] = [];
  const folders: MovedFolder[] = [];
  const foldersLeft: MovedFolder[] = [];
  for (const folder of moved.list) {
    const others = exceptions.get(folder) ?? [];
    // `/chine` is not below `/chine/` everywhere.
    const itself = exactly(folder.from, folder.to, abilities).slice(0, -1);
    const rules = [...others, ...itself.filter(({ from }) => others.every(other => other.from !== from))];
    if (room.takes(rules, folder)) {
      exact.push(...rules);
      folders.push(folder);
    } else foldersLeft.push(folder);
  }
  return { exact, folders, foldersLeft };
}

/** Old addresses of articles below an old folder lead elsewhere than the rest of what was there. */
function exceptionsByFolder(
  renamed: readonly Entry[],
  moved: MovedFolders,
  old: OldAddresses,
  abilities: HostAbilities,
): ReadonlyMap<MovedFolder, readonly ExactRedirect[]> {
  const found = new Map<MovedFolder, ExactRedirect[]>();
  if (moved.list.length === 0) return found;
  for (const entry of renamed) {
    for (const url of [...old.ofAliases(entry), ...old.ofFormerAliases(entry)]) {
      // Some hosts take capitals and small letters for the same.
      const folder = moved.oldFolder(url.toLowerCase());
      if (folder === null) continue;
      const ofFolder = found.get(folder) ?? [];
      found.set(folder, ofFolder);
      ofFolder.push(...exactly(url, articleUrl(entry), abilities));
    }
  }
  return found;
}

/** Each with the rules that one old address needs. */
function* redirectsOfArticles(
  renamed: readonly Entry[],
  moved: MovedFolders,
  old: OldAddresses,
  abilities: HostAbilities,
): Generator<readonly ExactRedirect[], void> {
  for (const entry of renamed)
    for (const alias of entry.aliases)
      if (redirectUrl(alias) === null && canAnswer(abilities, alias))
        yield [withoutFile(alias, articleUrl(entry))];
  if (!abilities.beforeFiles) return;
  for (const entry of renamed)
    for (const url of old.ofAliases(entry))
      if (moved.oldFolder(url.toLowerCase()) === null) yield exactly(url, articleUrl(entry), abilities);
}

/** `/spip.php?article12` is a question at `/spip.php`. */
function withoutFile(alias: string, to: string): ExactRedirect {
  const mark = alias.indexOf('?');
  return mark === -1
    ? { from: alias, question: null, to }
    : { from: alias.slice(0, mark), question: alias.slice(mark + 1), to };
}

/** `/vieux/` was asked for as `/vieux`, too; its own rule is the last. */
function exactly(from: string, to: string, { tellsSlashes }: HostAbilities): readonly ExactRedirect[] {
  const own = { from, question: null, to };
  return tellsSlashes && from.endsWith('/') ? [{ ...own, from: from.slice(0, -1) }, own] : [own];
}
