// What is going to be written and removed, known before the first file is rendered.

import { outputPath } from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { allPages } from '../../pages/registry.ts';
import { DAY } from '../../time/durations.ts';
import type { Asset } from '../assets/asset.ts';
import { hostFiles } from '../assets/host-files.ts';
import { siteFiles } from '../assets/site-files.ts';
import { staticFiles } from '../assets/static-files.ts';
import type { BuildStart } from '../build-options.ts';
import { EVERY_PAGE } from '../memory/memory.ts';
import { MARK_URL } from '../output/output.ts';
import { placesTaken } from '../output/places-taken.ts';
import { readOutgoing } from '../output/site-list.ts';
import { objectHeadersOf } from '../plan/object-headers-of.ts';
import { type OutgoingFiles, outgoingFiles } from '../plan/outgoing-files.ts';
import { ownedAddresses, ownersFingerprint } from '../plan/owned-files.ts';
import { nextChangeFile } from '../report/next-change-file.ts';
import type { ComparedHeaders } from './compare-headers.ts';
import type { Edited } from './edit.ts';
import type { MissingImages } from './find-missing-images.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { ReadTheme } from './read-theme.ts';

export interface Announced {
  /** What pages load, the theme's files and the output's mark. */
  readonly files: readonly Asset[];
  readonly newFiles: readonly Asset[];
  /** Paths of files that are not ours, and stand where files of ours would be. */
  readonly taken: readonly string[];
  /** Addresses whose files an earlier build wrote, or had begun to write, and that this edition does not have. */
  readonly gone: readonly string[];
  /** Files that it does not have, and that stay for a time. */
  readonly staying: OutgoingFiles;
  /** Addresses of what Eleventy wrote besides our pages, last time. */
  readonly owned: readonly string[];
  readonly ownersVersion: string;
  readonly needsEleventy: boolean;
  readonly writesSomething: boolean;
  /** Says to the memory, durably, what of the output is about to change; `more` is what the plan did not know. */
  readonly beginWriting: (more?: readonly string[]) => Promise<void>;
}

/** More pages than this are remembered as « any » while they are being written. */
const MOST_SUSPECTS = 5000;

export async function announce(
  known: BuildStart & OpenMemory & LookedAt & Edited & ReadTheme & Planned & MissingImages & ComparedHeaders,
): Promise<Announced> {
  const {
    options,
    everyFixedPage,
    closing,
    memory,
    output,
    publication,
    sameOutput,
    unknownOutput,
    code,
    context,
    assets,
    plan,
    images,
    otherHeaders,
  } = known;
  const { themeDir, dataDir } = options;
  const ownersFiles = staticFiles(themeDir, context.stylePage);
  // The owner's files last: of two at one address it is theirs that is named.
  const wanted = [
    ...assets.files,
    ...hostFiles(context, assets),
    nextChangeFile(context),
    ...siteFiles(context, assets, ownersFiles),
    ...ownersFiles,
  ];
  const isNew = ({ url, bytes }: Asset): boolean =>
    !sameOutput || memory.pages.get(url)?.bytesHash !== hashOf(bytes);
  const taken = placesTaken(wanted.filter(isNew), output, knownAsOurs(known));
  const files = wanted.filter(({ url }) => !taken.has(url));
  const newFiles = files.filter(isNew);
  const owned = ownedAddresses(memory);
  const ownersVersion = ownersFingerprint(code.pages, themeDir, dataDir);
  const needsEleventy =
    everyFixedPage ||
    plan.render.fixed.length > 0 ||
    !sameOutput ||
    owned.some(url => memory.suspects.has(url)) ||
    memory.getNote('owner') !== ownersVersion;
  const fileUrls = new Set(files.map(({ url }) => url));
  const { staying, gone } = outgoingFiles(
    readOutgoing(output),
    goneAddresses(known, files, owned),
    url => fileUrls.has(url) || plan.files.has(url),
    { now: options.wallClock, grace: context.site.graceDays * DAY },
  );
  const changing = plan.render.length + newFiles.length + images.missing.length + gone.length;
  const writesSomething =
    changing > 0 || memory.suspects.size > 0 || needsEleventy || !sameOutput || otherHeaders !== null;
  const beginWriting = async (more: readonly string[] = []): Promise<void> => {
    const suspects = (): readonly string[] => [
      ...Array.from(plan.render, ({ page }) => page.url),
      ...newFiles.map(({ url }) => url),
      ...images.missing,
      ...gone,
      ...staying.keys(),
      ...owned,
      ...more,
    ];
    await publication?.checkHidden(memory, context.site.baseUrl);
    const urls = unknownOutput || changing > MOST_SUSPECTS ? null : suspects();
    memory.beginWriting(urls);
    if (publication?.preview == null) await publication?.lock.announce(urls ?? [EVERY_PAGE]);
  };
  // Nobody reads an empty output, which is filled at once; and plain Eleventy writes into the output next.
  if (writesSomething && (output.isFilledAtOnce || everyFixedPage)) await beginWriting();
  await output.prepare(objectHeadersOf(context, plan, assets.inlineHashes, otherHeaders !== null));
  // After the threads are closed: one of them may still be writing.
  closing.unshift(() => output.discard());
  if (everyFixedPage) {
    // With the mark in it, the folder is known as ours even if Eleventy is killed.
    output.adopt(output.put(MARK_URL, files.find(({ url }) => url === MARK_URL)!.bytes, null), 'files');
    await output.publish([]);
  }
  return {
    files,
    newFiles,
    taken: [...taken].map(outputPath),
    gone,
    staying,
    owned,
    ownersVersion,
    needsEleventy,
    writesSomething,
    beginWriting,
  };
}

/** null: nobody can tell what is ours there, or nothing of it is touched. */
function knownAsOurs({
  memory,
  output,
  publication,
  list,
  listed,
}: OpenMemory & LookedAt): ((url: string) => boolean) | null {
  if (output.isFilledAtOnce || publication?.preview != null) return null;
  if (listed === null) return url => memory.pages.has(url) || memory.suspects.has(url);
  if (list.identity === null || listed.everything) return null;
  return url => listed.files.has(url) || memory.suspects.has(url);
}

function goneAddresses(
  { memory, context, plan, listed }: OpenMemory & LookedAt & Edited & Planned,
  files: readonly Asset[],
  owned: readonly string[],
): readonly string[] {
  const goneImages = plan.files.lost;
  const known = plan.known + files.filter(({ url }) => memory.pages.has(url)).length;
  if (listed === null && known + owned.length === memory.pages.size && memory.suspects.size === 0)
    return goneImages;
  // Of nothing nothing goes.
  if (memory.pages.size + memory.suspects.size + (listed?.files.size ?? 0) === 0) return goneImages;
  const others = new Set([...files.map(({ url }) => url), ...owned]);
  for (const url of pageUrls(context, plan)) others.add(url);
  const isExpected = (url: string): boolean => others.has(url) || plan.files.has(url);
  const gone = new Set(goneImages);
  for (const [url] of memory.pages.all()) if (!isExpected(url)) gone.add(url);
  for (const url of memory.suspects) if (!isExpected(url)) gone.add(url);
  for (const url of listed?.files.keys() ?? []) if (!isExpected(url)) gone.add(url);
  return [...gone];
}

/** Of every page of the edition. */
export function* pageUrls(context: PageContext, { total, render }: Planned['plan']): Generator<string, void> {
  if (total === render.length) for (const { page } of render) yield page.url;
  else for (const { url } of allPages(context)) yield url;
}
