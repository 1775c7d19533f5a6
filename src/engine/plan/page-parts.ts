// What a page shows to one short mark for each part of it, so that a later build can say which part changed.
import type { Page } from '../../pages/page-type.ts';
import { digestOf } from '../../pages/shown.ts';

/** Of each part of what a page shows, by its name; `shown` stands for a page that shows one thing. */
export type PageParts = ReadonlyMap<string, string>;

/** 18 bits in base64: enough to tell one state of a part from the next, little enough to be kept for every page. */
const LETTERS = 3;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function mark(digest: number): string {
  let rest = digest;
  let text = '';
  for (let letter = 0; letter < LETTERS; letter++) {
    text += ALPHABET[rest % 64];
    rest = Math.floor(rest / 64);
  }
  return text;
}

function partsShown(shown: unknown): readonly (readonly [string, unknown])[] {
  const isRecord =
    typeof shown === 'object' && shown !== null && Object.getPrototypeOf(shown) === Object.prototype;
  const parts = isRecord ? Object.entries(shown) : [];
  // A single reference has no named parts: its one key is a symbol.
  return parts.length > 0 ? parts : [['shown', shown]];
}

/** As the memory keeps them: whether the page is furnished, then a mark a part, in the order of the code. */
export function packParts({ furnished, shown }: Pick<Page, 'furnished' | 'shown'>): string {
  return (
    (furnished ? 'f' : '-') +
    partsShown(shown)
      .map(([, part]) => mark(digestOf(part)))
      .join('')
  );
}

/** The names of the parts that are not as they were; null: the page shows other parts altogether. */
export function changedParts(
  page: Pick<Page, 'furnished' | 'shown'>,
  packed: string,
): readonly string[] | null {
  const now = packParts(page);
  if (now.length !== packed.length) return null;
  return partsShown(page.shown)
    .map(([name]) => name)
    .filter((_, index) => {
      const from = 1 + index * LETTERS;
      return now.slice(from, from + LETTERS) !== packed.slice(from, from + LETTERS);
    });
}

/** Whether the page carried the furniture. */
export function wasFurnished(packed: string): boolean {
  return packed.startsWith('f');
}
