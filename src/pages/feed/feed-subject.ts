// The fronts of the portal that have feeds, with the articles of each in the order in which they appeared.
import { authorUrl, dossierUrl, HOME_URL, sectionUrl, topicUrl } from '../../address/addresses.ts';
import type { Edition } from '../../edition/edition.ts';
import { byAppearance, type Entry } from '../../edition/entry.ts';
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
  /** The newest first. */
  readonly entries: readonly Entry[];
}

/** The home page and the sections, whose feeds hold whole texts. */
export function* frontSubjects({ edition, site }: PageContext): Generator<FeedSubject, void> {
  yield {
    page: HOME_URL,
    title: site.name,
    description: site.description,
    entries: edition.latest.slice(0, site.feedLength),
  };
  for (const { slug, name, description } of site.sections) {
    yield {
      page: sectionUrl(slug),
      title: pageWords.feedTitle(name, site.name),
      description: description ?? pageWords.sectionDescription(name, site.name),
      entries: newestOf(edition.bySection.get(slug)!, edition, site),
    };
  }
}

/** Dossiers, topics and authors, whose feeds hold summaries. */
export function* otherSubjects({ edition, site }: PageContext): Generator<FeedSubject, void> {
  const subject = (
    page: string,
    name: string,
    description: string,
    entries: readonly Entry[],
  ): FeedSubject => ({
    page,
    title: pageWords.feedTitle(name, site.name),
    description,
    entries: newestOf(entries, edition, site),
  });
  for (const { slug, title, standfirst } of site.dossiers)
    yield subject(dossierUrl(slug), title, standfirst, edition.byDossier.get(slug)!);
  for (const { slug, name } of site.topics) {
    const entries = edition.byTopic.get(slug);
    if (entries) yield subject(topicUrl(slug), name, pageWords.topicDescription(name), entries);
  }
  for (const { slug, name, profile, entries } of authorsOf(edition, site)) {
    const description = pageWords.authorDescription(name, profile?.role ?? null);
    yield subject(authorUrl(slug), name, description, entries);
  }
}

/** Of a list in reading order those that appeared last: an embargo that ended puts an old one before all. */
function newestOf(
  entries: readonly Entry[],
  { audience, current, latest }: Edition,
  { feedLength }: Site,
): readonly Entry[] {
  const shown = audience === 'readers' ? entries : entries.filter(({ absence }) => absence !== 'expired');
  // Where no article appeared after its date, no list has one that did.
  return (latest === current ? shown : shown.toSorted(byAppearance)).slice(0, feedLength);
}
