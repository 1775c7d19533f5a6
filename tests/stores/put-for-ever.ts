// A publisher that puts page after page, and changes one under conditions, until it is killed: `node put-for-ever.ts TARGET`.
import { openStore } from '../../src/store/open-store.ts';
import { WrongTarget } from '../../src/store/read-target.ts';
import { PAGE } from './store-suite.ts';

/** Of one letter, as long as it is late in the alphabet: whoever has half of it sees that. */
export function versionOf(round: number): Buffer {
  return Buffer.alloc(10_000 + (round % 26) * 1_000, 97 + (round % 26));
}

export const PAGES = ['index.html', 'chine/index.html', 'chine/2014/port.html'] as const;
export const ROOT = 'racine.json';

if (import.meta.main) {
  const store = await openStore(process.argv[2] ?? '');
  if (store instanceof WrongTarget) throw new Error(store.sentence);
  for (let round = 0; ; round += 1) {
    await Promise.all(PAGES.map(key => store.put(key, versionOf(round), PAGE)));
    const tag = (await store.look(ROOT))?.tag;
    await store.put(ROOT, versionOf(round), PAGE, tag === undefined ? { ifAbsent: true } : { ifTag: tag });
    await store.remove(['chine/vieux/index.html']);
    await store.put('chine/vieux/index.html', versionOf(round), PAGE);
    if (round === 2) process.send?.('busy');
  }
}
