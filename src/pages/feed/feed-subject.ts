// The fronts of the portal that have feeds, with the articles of each in the order in which they appeared.
import { authorUrl, dossierUrl, HOME_URL, sectionUrl, topicUrl } from '../../address/addresses.ts';
import { once } from '../../cache/once.ts';
import type { Entry } from '../../edition/entry.ts';
import { type EntryList, firstOf } from '../../edition/entry-list.ts';
import { listOf } from '../../edition/lists-by.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { Site } from '../../site/site.ts';
import { authorsOf } from '../author/authors-of-edition.ts';
import type { PageContext } from '../page-type.ts';

/** What a feed tells the news of. */
export interface FeedSubject {
  /** The address of its page. */
  readonly page: string;
  readonly title: string;
  readonly description: string;
  /** All of the page's articles. */
  readonly list: EntryList;
  /** The last that appeared first. Brings them. */
  readonly entries: () => readonly Entry[];
}

/** The home page and the sections, whose feeds hold whole texts. */
export function* frontSubjects({ edition, site }: PageContext): Generator<FeedSubject, void> {
  yield subjectOf(site, HOME_URL, site.name, site.description, edition.current);
  for (const { slug, name, description } of site.sections)
    yield subjectOf(
      site,
      sectionUrl(slug),
      pageWords.feedTitle(name, site.name),
      description ?? pageWords.sectionDescription(name, site.name),
      listOf(edition.bySection, slug),
    );
}

/** Dossiers, topics and authors, whose feeds hold summaries. */
export function* otherSubjects({ edition, site }: PageContext): Generator<FeedSubject, void> {
  const subject = (page: string, name: string, description: string, list: EntryList): FeedSubject =>
    subjectOf(site, page, pageWords.feedTitle(name, site.name), description, list);
  for (const { slug, title, standfirst } of site.dossiers)
    yield subject(dossierUrl(slug), title, standfirst, listOf(edition.byDossier, slug));
  for (const { slug, name } of site.topics) {
    const list = edition.byTopic.get(slug);
    if (list) yield subject(topicUrl(slug), name, pageWords.topicDescription(name), list);
  }
  for (const { slug, name, profile, entries } of authorsOf(edition, site)) {
    const description = pageWords.authorDescription(name, profile?.role ?? null);
    yield subject(authorUrl(slug), name, description, entries);
  }
}

function subjectOf(
  { feedLength }: Site,
  page: string,
  title: string,
  description: string,
  list: EntryList,
): FeedSubject {
  // An embargo that ended puts an old article before all. Those that expired are in lists of the newsroom alone.
  const isCurrent = ({ absence }: Entry): boolean => absence !== 'expired';
  const entries = once(() => firstOf(those(list.byAppearance(), isCurrent), feedLength));
  return { page, title, description, list, entries };
}

function* those<Item>(items: Iterable<Item>, are: (item: Item) => boolean): Generator<Item, void> {
  for (const item of items) if (are(item)) yield item;
}
