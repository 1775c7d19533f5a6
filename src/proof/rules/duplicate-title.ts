// Pages that search engines may show and that have the title of another one.
import { hashShort } from '../../hash/hash.ts';
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';

interface Titled {
  readonly hash: number;
  readonly title: string;
}

export const duplicateTitle: Rule = {
  name: 'duplicate-title',
  severity: 'warning',
  page({ isWhole, isIndexable, sendsTo, title, address, canonical }, tree, tell) {
    if (!isWhole || !isIndexable || sendsTo !== null || title === null || title === '') return;
    if (canonical !== null) {
      const led = tree.lead(canonical, address);
      // It says itself that it is another page's double.
      if (led.to !== 'file' || led.address !== address) return;
    }
    tell.looked();
    tell.note({ hash: hashShort(title), title: title.slice(0, LONGEST) } satisfies Titled);
  },
  gather(tree) {
    const numbers = new Map<number, number>();
    const doubles: { readonly title: string; readonly address: string; readonly hash: number }[] = [];
    return {
      take(address, note) {
        const { hash, title } = note as Titled;
        if (numbers.has(hash)) doubles.push({ title, address, hash });
        else numbers.set(hash, tree.table.find(address));
      },
      end(tellOf, files) {
        const told = new Set<number>();
        for (const { title, address, hash } of doubles) {
          const what = proofWords.found.duplicateTitle(title);
          tellOf(address).found(what);
          if (told.has(hash)) continue;
          told.add(hash);
          tellOf(files[numbers.get(hash)!]!).found(what);
        }
      },
    };
  },
};

/** In UTF-16 code units: as much as a report shows. */
const LONGEST = 120;
