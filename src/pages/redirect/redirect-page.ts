// Old addresses (`aliases` of articles, `formerly` of what has a slug) that lead to present ones, as far as files can answer them.
import {
  authorUrl,
  dossierUrl,
  editorialUrl,
  sectionMonthUrl,
  sectionUrl,
  topicUrl,
} from '../../address/addresses.ts';
import { siteFolder } from '../../address/site-place.ts';
import type { Entry } from '../../edition/entry.ts';
import { listOf } from '../../edition/lists-by.ts';
import { oldAddresses } from '../../edition/old-addresses.ts';
import { hashNumber, mix } from '../../hash/hash.ts';
import { foldersWithoutRoom } from '../../host/redirects.ts';
import { pageWords } from '../../locale/page-words.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import { monthInWords } from '../../time/moment.ts';
import { periodsOfDossier } from '../dossier/dossier-period-page.ts';
import {
  type BareView,
  type ListedPage,
  type MonthOfPages,
  type PageContext,
  pageType,
} from '../page-type.ts';
import { plainMonth } from '../parts/periods.ts';
import { digestOf, type LinkRef, Reference, showLink } from '../shown.ts';
import type { Link, PageView } from '../views.ts';

/** An old address that leads to a new one. */
export interface RedirectView extends PageView {
  readonly target: Link;
}

/** An article, or another page. */
type ShownTarget = LinkRef | Link;

export const redirect = pageType({
  name: 'redirect',
  renderer: 'archive',
  furnished: false,

  *pages(context) {
    for (const { pages } of redirectMonths(context)) yield* pages();
  },

  months: redirectMonths,

  view(shown: ShownTarget, tools): BareView<RedirectView> {
    const target = shown instanceof Reference ? tools.link(shown) : shown;
    return {
      title: tools.words.moved(target.text),
      description: target.text,
      breadcrumb: [tools.home],
      target,
    };
  },
});

/**
 * By months, since there are as many as articles once a section has moved. Those that lead to other pages are few, and of no month.
 */
function* redirectMonths(context: PageContext): Generator<MonthOfPages<ShownTarget>, void> {
  const { site, edition, editorialPages } = context;
  const moved = movedFolders(site, editorialPages);
  const old = oldAddresses(edition, moved);
  const foldersLeft = foldersWithoutRoom(site.host, edition, moved, siteFolder(site.baseUrl));
  const byPages = foldersLeft.length > 0;
  const left = new Set(foldersLeft);
  /** Those that no rule of the host's answers. */
  const leftOf = (urls: readonly string[]): readonly string[] =>
    left.size === moved.list.length ? urls : urls.filter(url => left.has(moved.oldFolder(url)!));
  const toPages = byPages ? redirectsToPages(context, url => leftOf(old.ofPage(url))) : [];
  if (toPages.length > 0)
    yield { ...plainMonth('undated', toPages.length, digestOf(toPages)), pages: () => toPages };
  const addressesOf = (entry: Entry): readonly string[] => {
    const ofArticle = byPages ? leftOf(old.ofArticle(entry)) : [];
    if (entry.aliases.length === 0) return ofArticle;
    return [...ofArticle, ...old.ofAliases(entry), ...(byPages ? leftOf(old.ofFormerAliases(entry)) : [])];
  };
  if (!byPages) {
    for (const ofMonth of edition.addressed.months) {
      const { month, summary } = ofMonth;
      const count = summary.old?.pages ?? 0;
      if (count === 0) continue;
      // It changes with anything of an article, and so with its address and its headline.
      yield {
        ...plainMonth(month, count, mix(summary.content, count)),
        pages: () => redirectsToArticles(ofMonth.entries, addressesOf),
      };
    }
    return;
  }
  const targets = [...edition.addressed];
  for (let end = 0; end < targets.length; ) {
    const from = end;
    const month = targets[from]!.day.slice(0, 7);
    const urls: string[] = [];
    let digest = 0;
    for (; targets[end]?.day.startsWith(month); end++) {
      const ofArticle = addressesOf(targets[end]!);
      if (ofArticle.length === 0) continue;
      urls.push(...ofArticle);
      digest = mix(mix(digest, targets[end]!.articleHash), ofArticle.length);
    }
    if (urls.length === 0) continue;
    const entries = targets.slice(from, end);
    yield {
      ...plainMonth(month, urls.length, mix(digest, hashNumber(urls.join()))),
      pages: () => redirectsToArticles(entries, addressesOf),
    };
  }
}

function* redirectsToArticles(
  entries: readonly Entry[],
  addressesOf: (entry: Entry) => readonly string[],
): Generator<ListedPage<ShownTarget>, void> {
  for (const entry of entries) {
    const month = entry.day.slice(0, 7);
    for (const url of addressesOf(entry)) yield { url, month, shown: showLink(entry) };
  }
}

function redirectsToPages(
  context: PageContext,
  oldAddressesOf: (url: string) => readonly string[],
): readonly ListedPage<ShownTarget>[] {
  return [...movablePages(context)].flatMap(target =>
    oldAddressesOf(target.url).map(url => ({ url, shown: target })),
  );
}

/** Every page but articles whose address has a slug in it that may change. */
function* movablePages({ site, edition, editorialPages }: PageContext): Generator<Link, void> {
  for (const { slug, name } of site.sections) {
    yield { url: sectionUrl(slug), text: name };
    for (const { month } of listOf(edition.archiveBySection, slug).parts)
      yield {
        url: sectionMonthUrl(slug, month),
        text: pageWords.sectionMonthTitle(name, monthInWords(month)),
      };
  }
  for (const { slug, name } of site.topics)
    if (edition.byTopic.has(slug)) yield { url: topicUrl(slug), text: name };
  for (const dossier of site.dossiers) {
    yield { url: dossierUrl(dossier.slug), text: dossier.title };
    // Days are looked for among articles: only where they had another address.
    if (dossier.formerly.length > 0) yield* periodsOfDossier(dossier, site, edition);
  }
  for (const { slug, name } of site.authors)
    if (edition.byAuthor.has(slug)) yield { url: authorUrl(slug), text: name };
  for (const { slug, title } of editorialPages) yield { url: editorialUrl(slug), text: title };
}
