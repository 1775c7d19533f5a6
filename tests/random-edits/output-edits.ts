// Random edits of the output and of the caches, as a person, a script or a CI makes them between two builds.
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { MARK_URL, OWN_FOLDER } from '../../src/engine/output/output.ts';
import type { BuildChanges, MiniSite } from '../mini-site.ts';
import type { Tree } from '../tree.ts';

const OUTPUT = '_site';
const CACHE = '.cache';
const OTHER_CACHE = '.cache-autre';
const SOMETHING_ELSE = 'Autre chose.';

export type OutputEdit =
  /** At a file, of those that stand there. */
  | {
      readonly at: number;
      readonly act: 'delete' | 'delete its folder' | 'replace' | 'overwrite' | 'add beside';
    }
  | {
      readonly at?: undefined;
      readonly act:
        | 'empty'
        | 'delete the output'
        | 'copy the output'
        | 'forget the list'
        | 'add a folder'
        | 'lose the memory'
        | 'lose the cache'
        | 'take the other cache'
        | 'keep cache and output'
        | 'take the old cache'
        | 'take the old output'
        | 'begin generations';
    };

export const outputEdits: fc.Arbitrary<OutputEdit> = fc.oneof(
  fc.record({
    at: fc.nat(1000),
    act: fc.constantFrom('delete', 'delete its folder', 'replace', 'overwrite', 'add beside'),
  }),
  fc.record({
    act: fc.constantFrom(
      'empty',
      'delete the output',
      'copy the output',
      'forget the list',
      'add a folder',
      'lose the memory',
      'lose the cache',
      'take the other cache',
      'keep cache and output',
      'take the old cache',
      'take the old output',
      'begin generations',
    ),
  }),
);

const OF_MEMORY: ReadonlySet<OutputEdit['act']> = new Set([
  'lose the memory',
  'lose the cache',
  'take the other cache',
  'take the old cache',
]);

export interface OutputPlayer {
  play(edit: OutputEdit): void;
  /** Whether nothing that stands there says that it is a site of ours. */
  readonly isForeign: boolean;
  /** The output goes, with all that is in it: what its owner has to do then. */
  giveUp(): void;
  /** How the next build has to be told what was done. */
  readonly build: Pick<BuildChanges, 'verify' | 'swap' | 'cacheDir'>;
  /** The site without what somebody else put there. Throws when a build took some of that. */
  ours(tree: Tree): Tree;
  /** A build has been made. */
  built(): void;
}

export function outputPlayer(site: MiniSite): OutputPlayer {
  const at = (path: string): string => join(site.dir, path);
  /** All that were ever added: with an older output one may come back. */
  const added = new Set<string>();
  const strange = new Set<string>();
  let cache = CACHE;
  let overwritten = false;
  let swap = false;
  /** Since the last build: of the list and the memory one has to be left, or nobody can tell ours from foreign. */
  let isListLost = false;
  let isMemoryLost = false;
  /** Since the last build: files of ours in whose place there is something else. */
  const replaced = new Set<string>();
  /** Of these, what was there when the list was lost: the memory alone knows the address, and nobody that the bytes are to go. */
  const abandoned = new Set<string>();
  let count = 0;

  const addStrange = (path: string): void => {
    mkdirSync(dirname(at(`${OUTPUT}/${path}`)), { recursive: true });
    writeFileSync(at(`${OUTPUT}/${path}`), 'à quelqu’un d’autre');
    added.add(path);
  };
  const lookForStrange = (): void => {
    // Of a generation only the link is gone: the next build links it again, with all that was in it.
    if (!existsSync(at(OUTPUT)) && [1, 2].some(nth => existsSync(at(`${OUTPUT}.${nth}`)))) return;
    strange.clear();
    for (const path of added) if (existsSync(at(`${OUTPUT}/${path}`))) strange.add(path);
  };
  /** Of a link to a generation: what it leads to. */
  const copy = (from: string, to: string): void => {
    removeOutput(to);
    if (existsSync(at(from)))
      cpSync(realpathSync(at(from)), at(to), { recursive: true, preserveTimestamps: true });
  };
  /** With the generations that it may lead to. */
  const removeOutput = (path: string): void => {
    for (const name of [path, `${path}.1`, `${path}.2`]) rmSync(at(name), { recursive: true, force: true });
  };
  const atFile = (place: number, act: OutputEdit['act']): void => {
    const files = [...site.tree().keys()].filter(name => !name.endsWith('/') && !strange.has(name));
    const file = files[place % Math.max(1, files.length)];
    if (file === undefined) return;
    const path = `${OUTPUT}/${file}`;
    if (act === 'delete') site.remove(path);
    else if (act === 'delete its folder') site.remove(dirname(path));
    else if (act === 'replace') {
      site.write('autre.html', SOMETHING_ELSE);
      site.rename('autre.html', path);
      replaced.add(file);
    } else if (act === 'overwrite') {
      site.write(path, SOMETHING_ELSE);
      overwritten = true;
      replaced.add(file);
    } else addStrange(`${file}.${count++}.txt`);
  };
  const everywhere: Readonly<Record<Exclude<OutputEdit, { at: number }>['act'], () => void>> = {
    empty() {
      for (const name of site.tree().keys())
        rmSync(at(`${OUTPUT}/${name.split('/')[0]}`), { recursive: true, force: true });
    },
    'delete the output': () => removeOutput(OUTPUT),
    'copy the output'() {
      copy(OUTPUT, 'copie');
      copy('copie', OUTPUT);
    },
    // With what it can't tell from ours: whoever takes it away has to expect that old pages stay.
    'forget the list'() {
      if (isMemoryLost) return;
      isListLost = true;
      rmSync(at(`${OUTPUT}/${OWN_FOLDER}`), { recursive: true, force: true });
    },
    'add a folder': () => addStrange('.git/HEAD'),
    'lose the memory': () => rmSync(at(`${cache}/memory.sqlite`), { force: true }),
    'lose the cache': () => rmSync(at(cache), { recursive: true, force: true }),
    'take the other cache'() {
      cache = cache === CACHE ? OTHER_CACHE : CACHE;
    },
    'keep cache and output'() {
      copy(cache, 'vieux-cache');
      copy(OUTPUT, 'vieux-site');
    },
    'take the old cache'() {
      if (existsSync(at('vieux-cache'))) copy('vieux-cache', cache);
    },
    'take the old output'() {
      if (existsSync(at('vieux-site'))) copy('vieux-site', OUTPUT);
    },
    'begin generations'() {
      swap = true;
    },
  };
  return {
    play(edit) {
      if (!existsSync(at(OUTPUT)) && edit.act !== 'take the old output') return;
      if (OF_MEMORY.has(edit.act)) {
        if (isListLost) return;
        isMemoryLost = true;
      }
      if (edit.at === undefined) everywhere[edit.act]();
      else atFile(edit.at, edit.act);
      lookForStrange();
    },
    get isForeign() {
      if (!existsSync(at(OUTPUT))) return false;
      const names = readdirSync(at(OUTPUT));
      return names.length > 0 && !names.includes(OWN_FOLDER) && !names.includes(MARK_URL.slice(1));
    },
    giveUp() {
      removeOutput(OUTPUT);
      strange.clear();
      isListLost = false;
    },
    get build() {
      return { verify: overwritten, swap, cacheDir: at(cache) };
    },
    built() {
      if (isListLost) for (const file of replaced) abandoned.add(file);
      replaced.clear();
      overwritten = false;
      isListLost = false;
      isMemoryLost = false;
    },
    ours(tree) {
      const ours = new Map(tree);
      for (const path of strange) if (!ours.delete(path)) throw new Error(`a build took the strange ${path}`);
      for (const path of abandoned) if (ours.get(path)?.toString() === SOMETHING_ELSE) ours.delete(path);
      return ours;
    },
  };
}
