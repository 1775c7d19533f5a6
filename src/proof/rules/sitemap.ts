// Sitemaps and `robots.txt` against the protocol, and against the pages: every article that search engines may show is named, and nothing that is hidden.
import type { XmlElement } from '@rgrove/parse-xml';
import { QUALITY_URL } from '../../address/addresses.ts';
import { proofWords } from '../../locale/proof-words.ts';
import type { FileUnderProof, Rule, Tell } from '../rule.ts';
import { isPage } from '../tree/file-address.ts';
import type { Tree } from '../tree/tree.ts';
import { childrenOf, isElement, readXml, textIn } from './xml.ts';

const words = proofWords.found.sitemap;

/** sitemaps.org, « Sitemap file location » and the limits of one file. */
const MOST_ADDRESSES = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;
/** Google's documentation of news sitemaps. */
const MOST_NEWS = 1000;

/** W3C's profile of ISO 8601: a day, or an instant with its offset. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

export const sitemap: Rule = {
  name: 'sitemap',
  severity: 'error',
  file(file, tree, tell) {
    if (file.address === '/robots.txt') robots(file, tree, tell);
    if (!file.address.endsWith('.xml') || !/<(?:urlset|sitemapindex)[\s>]/.test(file.start)) return;
    if (file.size > MOST_BYTES) {
      tell.found(words.tooLarge(file.address));
      return;
    }
    const root = readXml(file.text);
    if (!isElement(root)) tell.found(words.noXml(file.address, root.line));
    else if (root.name === 'sitemapindex') index(root, file, tree, tell);
    else if (root.name === 'urlset') addresses(root, file, tree, tell);
  },
  gather(tree) {
    return {
      take() {},
      end(tellOf, files) {
        if (!tree.hasSitemap) return;
        files.forEach((address, file) => {
          // Lists may be left out: they repeat what the articles say.
          if (tree.table.knows(file, 'article') && !tree.table.knows(file, 'listed'))
            tellOf(address).found(words.unlisted);
        });
      },
    };
  },
};

function isOfPages(address: string): boolean {
  return address.endsWith('/') || isPage(address);
}

function robots({ address, text }: FileUnderProof, tree: Tree, tell: Tell): void {
  for (const line of text.split('\n')) {
    const href = /^\s*sitemap\s*:\s*(\S+)/i.exec(line)?.[1];
    if (href === undefined) continue;
    const led = tree.lead(href, address);
    if (!/^https?:\/\//.test(href)) tell.found(words.relative(href));
    else if (led.to === 'nothing') tell.found(words.nothing(led.address));
  }
}

function index(root: XmlElement, { address }: FileUnderProof, tree: Tree, tell: Tell): void {
  const named = childrenOf(root, 'sitemap');
  if (named.length > MOST_ADDRESSES) tell.found(words.tooMany(address, named.length));
  for (const each of named) {
    const href = textIn(each, 'loc');
    if (href === null) tell.found(words.noAddress(address));
    else {
      const led = tree.lead(href, address);
      if (!/^https?:\/\//.test(href)) tell.found(words.relative(href));
      else if (led.to === 'nothing') tell.found(words.nothing(led.address));
    }
    lookAtDate(textIn(each, 'lastmod'), tell);
  }
}

function addresses(root: XmlElement, { address }: FileUnderProof, tree: Tree, tell: Tell): void {
  const named = childrenOf(root, 'url');
  if (named.length > MOST_ADDRESSES) tell.found(words.tooMany(address, named.length));
  const news = named.filter(each => childrenOf(each, 'news:news').length > 0).length;
  if (news > MOST_NEWS) tell.found(words.tooMuchNews(address, news));
  const known = new Set<string>();
  for (const each of named) {
    const href = textIn(each, 'loc');
    if (href === null) {
      tell.found(words.noAddress(address));
      continue;
    }
    const led = tree.lead(href, address);
    if (led.to !== 'file' || led.address !== QUALITY_URL) tell.looked();
    lookAtDate(textIn(each, 'lastmod'), tell);
    if (!/^https?:\/\//.test(href)) tell.found(words.relative(href));
    else if (known.has(href)) tell.found(words.twice(href));
    else if (led.to === 'nothing') tell.found(words.nothing(led.address));
    else if (led.to === 'outside' && tree.origin !== null) tell.found(words.outside(href));
    else if (led.to === 'file') {
      tree.table.note(led.file, 'listed');
      if (isOfPages(led.address) && !tree.table.knows(led.file, 'indexable'))
        tell.found(words.hidden(led.address));
    }
    known.add(href);
  }
}

function lookAtDate(date: string | null, tell: Tell): void {
  if (date !== null && (!DATE.test(date) || Number.isNaN(Date.parse(date)))) tell.found(words.date(date));
}
