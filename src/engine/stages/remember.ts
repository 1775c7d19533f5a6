// All of it, made the memory of the next build at once.
import { outputPath } from '../../address/addresses.ts';
import { nextChange } from '../../pages/next-change.ts';
import { snapshotHashes } from '../../snapshots/snapshot-place.ts';
import { keepAssets } from '../assets/travelling-assets.ts';
import { type BuildStart, memoryFolder } from '../build-options.ts';
import { rememberFaulty } from '../edition/published-version.ts';
import { rememberAliases } from '../edition/remembered-aliases.ts';
import { rememberLinks } from '../edition/remembered-links.ts';
import { rememberLosses } from '../edition/remembered-losses.ts';
import { sweepImageCache } from '../images/prepare-images.ts';
import { replaceStamps, restamp, updateStamps } from '../output/folder-stamps.ts';
import { folderOf, OWN_FOLDER } from '../output/output.ts';
import { putIngredients } from '../plan/causes.ts';
import { rememberNeeds } from '../plan/needed-files.ts';
import { FOLDERS_NOTE, FOREIGN_NOTE, HEADERS_NOTE, OUTPUT_NOTE } from '../plan/owned-files.ts';
import type { Publication } from '../publication.ts';
import type { Announced } from './announce.ts';
import type { CheckedUnknownLinks } from './check-unknown-links.ts';
import type { ComparedHeaders } from './compare-headers.ts';
import type { Edited } from './edit.ts';
import type { FoundLostAddresses } from './find-lost-addresses.ts';
import type { LookedAt } from './look-at-output.ts';
import type { MadeImages } from './make-images.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { PutFixedPages } from './put-fixed-pages.ts';
import type { ReadSite } from './read-site.ts';
import type { RemovedGone } from './remove-gone.ts';
import type { FromEleventy } from './render-fixed-pages.ts';
import type { WrittenList } from './write-list.ts';

export async function remember(
  known: BuildStart &
    ReadSite &
    OpenMemory &
    LookedAt &
    Edited &
    CheckedUnknownLinks &
    FoundLostAddresses &
    Planned &
    MadeImages &
    ComparedHeaders &
    Announced &
    FromEleventy &
    PutFixedPages &
    RemovedGone &
    WrittenList,
): Promise<object> {
  const { options, memory, plan, madeImages, made, ownersPages, ownersVersion, identity, publication } =
    known;
  if (publication?.isRehearsal || publication?.preview != null) return {};

  if (made !== null) {
    memory.putNote('owner', ownersVersion);
    memory.putNote('owned', JSON.stringify(ownersPages));
  }
  if (identity !== null) memory.putNote(OUTPUT_NOTE, identity);
  memory.putNote(FOREIGN_NOTE, JSON.stringify(known.foreign));
  if (known.headerRules !== null) memory.putNote(HEADERS_NOTE, JSON.stringify(known.headerRules));
  if (publication === null) rememberFolders(known);
  rememberFaulty(memory, known.faulty, known.standIns);
  rememberLinks(memory, known.links, known.formerLinks, known.articleLinks);
  rememberAliases(memory, { code: known.code.pages, site: known.site, now: known.now }, known.checkedAliases);
  rememberLosses(memory, known.lostAddresses);
  memory.putMonths(plan.months);
  rememberNeeds(memory, plan.files, options.images === 'when-asked');
  // Rows are written together: for these alone none is.
  for (const [url, glance] of plan.glances)
    if (memory.pages.isTouched(url)) memory.pages.put(url, { ...memory.pages.get(url)!, glance });
  putIngredients(memory, plan.ingredients);
  if (publication !== null) await saveState(known, publication);
  // Where nothing is new nothing is written.
  else memory.commit();
  // Only with something new: a build that changes little looks through no folders.
  if (madeImages.made > 0) sweepImageCache(plan.files, memory, options.cacheDir, options.wallClock);
  return {};
}

/** What everybody who publishes knows from now on. */
async function saveState(
  known: Parameters<typeof remember>[0],
  { state, target, contentKey, project, commit }: Publication,
): Promise<void> {
  const { memory, output, options, context, now, snapshots } = known;
  for (const [url, tag] of output.tags()) {
    if (tag === null) memory.tags.drop(url);
    else if (memory.tags.get(url) !== tag) memory.tags.put(url, tag);
  }
  keepAssets(memory, options.cacheDir);
  memory.commit();
  // A site with a clock of its own stands still.
  const changes = now === options.wallClock ? nextChange(context) : null;
  const published = {
    target,
    // What was left out has to be told again.
    key: known.problems.length > 0 ? null : contentKey,
    commit,
    project,
    snapshots: snapshotHashes(snapshots!),
    nextChange: changes,
    isInstantTold: options.now !== null,
    identity: memory.getNote(OUTPUT_NOTE),
  };
  await state.save(memory, published, options.wallClock);
}

function rememberFolders({
  options,
  memory,
  output,
  unknownOutput,
  staying,
  changedFolders,
}: Parameters<typeof remember>[0]): void {
  const { outputDir } = options;
  const memoryDir = memoryFolder(options);
  const keep = (key: string): void => memory.putNote(FOLDERS_NOTE, key);
  if (unknownOutput) {
    const folders = new Set<string>();
    for (const table of [memory.pages, memory.images])
      for (const bucket of table.buckets())
        for (const [url] of table.rowsInPassing(bucket)) folders.add(folderOf(outputPath(url)));
    for (const url of staying.keys()) folders.add(folderOf(outputPath(url)));
    keep(replaceStamps(memoryDir, outputDir, folders));
    return;
  }
  const touched = new Set([...output.touched(), ...changedFolders]);
  touched.delete(OWN_FOLDER);
  if (touched.size === 0) return;
  // The other generation's folders are others.
  if (output.isTwofold) keep(restamp(memoryDir, outputDir, touched));
  else keep(updateStamps(memoryDir, outputDir, touched));
}
