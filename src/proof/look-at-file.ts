// One file of a tree to what all rules tell of it. It is what the threads of a proof do, over and over.
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { QUALITY_URL } from '../address/addresses.ts';
import { proofWords } from '../locale/proof-words.ts';
import { LARGEST_PAGE, textOfPage } from './reading/open-page.ts';
import { readPage } from './reading/read-page.ts';
import type { FileUnderProof, LedLink, PageUnderProof, Rule, RuleName, Tell } from './rule.ts';
import { lookAtTwo } from './rules/same-bytes.ts';
import type { Tally } from './tally.ts';
import { addressOfFile } from './tree/file-address.ts';
import type { Tree } from './tree/tree.ts';

const words = proofWords.found.readable;

/** What is read of a file to know whether any rule has to do with it, in bytes. */
const START = 600;
/** In bytes: feeds and sitemaps have theirs (`rules/sitemap.ts`), and search indexes are none of both. */
const LARGEST_FILE = 64 * 1024 * 1024;

const SILENT = { looked() {}, found() {} };

export interface Looker {
  /** @returns the numbers of the pages that nobody had met before. */
  page(path: string, isReached: boolean | null): Promise<readonly number[]>;
  file(path: string): void;
  again(path: string, questions: readonly (readonly [rule: RuleName, question: unknown])[]): void;
  compare(path: string, other: string): void;
}

export function looker(rules: readonly Rule[], tree: Tree, tally: Tally): Looker {
  const pageRules = rules.filter(({ page }) => page !== undefined);
  const fileRules = rules.filter(({ file }) => file !== undefined);

  /** The page about the proof itself is looked at like any other, and not counted: what it says would depend on whether it is there. */
  const tellOf = (rule: RuleName, address: string): Tell => {
    const told = new Set<string>();
    return {
      looked(count = 1) {
        if (address !== QUALITY_URL) tally.looked(rule, count);
      },
      found(what) {
        if (told.has(what)) return;
        told.add(what);
        tally.found(rule, what, address);
      },
      note: note => tally.note(rule, address, note),
    };
  };

  const open = (
    path: string,
    isReached: boolean | null,
    tell: Pick<Tell, 'looked' | 'found'>,
  ): PageUnderProof | null => {
    const address = addressOfFile(path);
    const unread = (what: string): null => {
      tell.looked();
      tell.found(what);
      return null;
    };
    let bytes: Buffer;
    try {
      const { size } = statSync(tree.pathOf(path));
      if (size > LARGEST_PAGE) return unread(words.tooLarge(size));
      bytes = readFileSync(tree.pathOf(path));
    } catch (error) {
      return unread(words.unreadable((error as NodeJS.ErrnoException).code ?? ''));
    }
    const read = textOfPage(bytes);
    if (read === null) return unread(words.binary);
    if (!read.isUtf8) tell.found(words.notUtf8);
    const facts = readPage(read.text);
    const links: LedLink[] = facts.links.map(link => ({
      ...link,
      led: tree.lead(link.href, address, facts.base),
    }));
    return { ...facts, links, address, file: tree.table.find(address), bytes, isReached };
  };

  return {
    async page(path, isReached) {
      const page = open(path, isReached, tellOf('readable', addressOfFile(path)));
      if (page === null) return [];
      const { address, file, isWhole, isIndexable, isArticle, sendsTo } = page;
      if (isWhole && isIndexable && sendsTo === null) {
        tree.table.note(file, 'indexable');
        if (isArticle) tree.table.note(file, 'article');
      }
      for (const rule of pageRules) await rule.page!(page, tree, tellOf(rule.name, address));
      const met: number[] = [];
      for (const { use, led } of page.links)
        if ((use === 'way' || use === 'piece') && led.to === 'file' && tree.table.note(led.file, 'reached'))
          met.push(led.file);
      return met;
    },
    file(path) {
      const address = addressOfFile(path);
      const opened = openFile(tree.pathOf(path), address, tree.table.find(address));
      if (opened === null) return;
      for (const rule of fileRules) rule.file!(opened, tree, tellOf(rule.name, address));
    },
    again(path, questions) {
      // What keeps it from being read was told the first time.
      const page = open(path, null, SILENT);
      if (page === null) return;
      for (const [name, question] of questions)
        rules.find(rule => rule.name === name)?.again?.(page, question, tellOf(name, page.address));
    },
    compare(path, other) {
      const address = addressOfFile(path);
      lookAtTwo(path, tree.root, other, tellOf('same-bytes', address));
    },
  };
}

/** Its text is read when a rule asks for it. null: it is gone, or not for us to read. */
function openFile(path: string, address: string, file: number): FileUnderProof | null {
  let start: string;
  let size: number;
  try {
    ({ size } = statSync(path));
    start = startOf(path);
  } catch {
    return null;
  }
  let text: string | null = null;
  return {
    address,
    file,
    size,
    start,
    get text() {
      text ??= size > LARGEST_FILE ? '' : readFileSync(path, 'utf8').replace(/^\ufeff/, '');
      return text;
    },
  };
}

function startOf(path: string): string {
  const bytes = Buffer.alloc(START);
  const opened = openSync(path, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(opened, bytes, 0, START, 0));
  } finally {
    closeSync(opened);
  }
}
