// Links to a place of a page (`/chine/#avril`) where the page has no such place.
import { QUALITY_URL } from '../../address/addresses.ts';
import { proofWords } from '../../locale/proof-words.ts';
import type { Gathering, Rule } from '../rule.ts';
import { isPage } from '../tree/file-address.ts';

const words = proofWords.found.deadFragment;

interface Wanted {
  readonly file: number;
  readonly fragment: string;
  readonly to: string;
}

/** A place of a page, and the pages that lead there. */
interface Asked {
  readonly to: string;
  readonly from: string[];
}

interface Missing {
  readonly missing: string;
  readonly file: number;
}

export const deadFragment: Rule = {
  name: 'dead-fragment',
  severity: 'error',
  page({ links, file, ids, isWhole }, _tree, tell) {
    const wanted = new Set<string>();
    for (const { use, led } of links) {
      if (use !== 'way' || led.to !== 'file' || led.fragment === '' || led.address === QUALITY_URL) continue;
      tell.looked();
      if (led.file === file) {
        // Of a piece nobody knows which page it will be part of.
        if (isWhole && !isPlace(ids, led.fragment)) tell.found(words(led.address, led.fragment));
      } else if (isOfPages(led.address) && !wanted.has(`${led.address}#${led.fragment}`)) {
        wanted.add(`${led.address}#${led.fragment}`);
        tell.note({ file: led.file, fragment: led.fragment, to: led.address } satisfies Wanted);
      }
    }
  },
  again({ ids, file }, question, tell) {
    for (const fragment of question as readonly string[])
      if (!isPlace(ids, fragment)) tell.note({ missing: fragment, file } satisfies Missing);
  },
  gather(): Gathering {
    const wanted = new Map<number, Map<string, Asked>>();
    const missing: Missing[] = [];
    return {
      take(address, note) {
        const noted = note as Wanted | Missing;
        if ('missing' in noted) {
          missing.push(noted);
          return;
        }
        const { file, fragment, to } = noted;
        const ofFile = wanted.get(file) ?? new Map<string, Asked>();
        wanted.set(file, ofFile);
        const known = ofFile.get(fragment);
        if (known === undefined) ofFile.set(fragment, { to, from: [address] });
        else known.from.push(address);
      },
      *questions() {
        for (const [file, fragments] of wanted) yield [file, [...fragments.keys()]];
      },
      end(tellOf) {
        for (const { file, missing: fragment } of missing) {
          const { to, from } = wanted.get(file)!.get(fragment)!;
          for (const address of from) tellOf(address).found(words(to, fragment));
        }
      },
    };
  },
};

/** Of a drawing or a data file the fragment means something else. */
function isOfPages(address: string): boolean {
  return address.endsWith('/') || isPage(address);
}

/** HTML, § 7.4.6.4: as it is written, then decoded; the top of every page is a place. */
function isPlace(ids: ReadonlySet<string>, fragment: string): boolean {
  if (ids.has(fragment) || fragment.toLowerCase() === 'top') return true;
  try {
    return ids.has(decodeURIComponent(fragment));
  } catch {
    return false;
  }
}
