// References of what a page shows to what its view prints of them. Views have nothing else to ask.

import { HOME_URL, sectionUrl } from '../address/addresses.ts';
import { type PublishedUrl, publishedUrl, type SitePlace, siteFolder } from '../address/site-place.ts';
import type { Article } from '../article/article.ts';
import { coverReference, type FoundMedia } from '../article/article-media.ts';
import type { LinkedFile } from '../article/markdown/body-step.ts';
import { type CardMatter, cardMatter, linkMatter } from '../article/matter.ts';
import { atHandBy } from '../cache/at-hand.ts';
import type { Comment } from '../comment/comment.ts';
import { absentAt } from '../edition/absence.ts';
import type { Entry } from '../edition/entry.ts';
import { newsFiles, type Picture, pictureOf } from '../images/picture.ts';
import type { Slot } from '../images/slots.ts';
import type { CardColours } from '../images/social-card.ts';
import { pageWords } from '../locale/page-words.ts';
import type { PrintStyle } from '../locale/print-style.ts';
import type { Site } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import { dayMomentOf, type Moment, momentOf } from '../time/moment.ts';
import {
  type ArticleMediaView,
  articleMediaView,
  copyUrl,
  linkedFiles,
  photographOf,
} from './parts/article-media.ts';
import { cardView, linkView } from './parts/card.ts';
import { type CardPortal, socialCard, socialOfArticle } from './parts/social.ts';
import {
  type ArticleRef,
  type CardRef,
  type CardsRef,
  type CommentsRef,
  type CropsRef,
  type DocumentRef,
  type LinkRef,
  type PictureRef,
  type PortalCardRef,
  type RecordingRef,
  Reference,
  type SocialRef,
  type TermsRef,
} from './shown.ts';
import type { Card, Link, SizedImage, SocialCard } from './views.ts';

/** What the tools are made of. */
export interface ToolSources {
  /** Its address, time zone, language, first crumb and the names of its sections are on every page, and in every fingerprint. */
  readonly site: Pick<
    Site,
    'name' | 'baseUrl' | 'typedFolder' | 'timeZone' | 'style' | 'locale' | 'firstCrumb' | 'sections'
  >;
  /** The theme's; part of the address of the portal's own card, which is in every fingerprint. */
  readonly cardColours: CardColours;
  /** The checked front matter of an article of the edition. */
  readonly articleOf: (entry: AskedArticle) => Article;
  /** What such an article is found by (`packTerms`). */
  readonly termsOf: (entry: AskedArticle) => string;
}

/** What tells which article is meant, and where it is kept. */
export type AskedArticle = Pick<Entry, 'file' | 'day' | 'dossiers'>;

/** All that cards may show of an article, with why readers do not have it, which its title says, too; null: they have it. */
export type ToldMatter = CardMatter & Pick<Card, 'absence'>;

export interface Tools {
  /** The words of titles and descriptions. */
  readonly words: typeof pageWords;
  /** IANA name. */
  readonly timeZone: string;
  /** How hours, temperatures and sources are printed. */
  readonly style: PrintStyle;
  /** BCP 47, the portal's language. */
  readonly locale: string;
  /** The portal's address, without a final slash. */
  readonly baseUrl: string;
  /** How editors write the portal's own addresses. */
  readonly place: SitePlace;
  /** For views that are published as data. Those of templates hold addresses within the site, as all of the engine does. */
  published(url: string): PublishedUrl;
  /** An instant as pages print it. */
  moment(instant: Instant): Moment;
  /** The date of an article as its editor wrote it: with an hour, or the day alone. */
  told(dated: Pick<CardMatter, 'date' | 'dateIsDay'>): Moment;
  /** Where breadcrumbs begin. */
  readonly home: Link;
  section(slug: string): Link;
  link(ref: LinkRef): Link;
  card(ref: CardRef): Card;
  cards(ref: CardsRef): readonly Card[];
  /** All that cards may show of the articles, for other lists than cards: feeds, the search. */
  matter(ref: CardsRef): readonly ToldMatter[];
  picture(ref: PictureRef): Picture;
  /** Where readers find a document, and what they read of it. */
  document(ref: DocumentRef): LinkedFile;
  /** Where a film or a sound of the portal's own is. */
  recording(ref: RecordingRef): string;
  /** What each article is found by (`packTerms`). */
  terms(ref: TermsRef): Iterable<string>;
  /** An article's front matter. */
  article(ref: ArticleRef): Article;
  /** Why readers do not have an article, in words; null: they have it. */
  absence(ref: ArticleRef): string | null;
  /** An article's photographs, recordings and map; null: it is text alone, as most are. */
  media(ref: ArticleRef): ArticleMediaView | null;
  social(ref: SocialRef): SocialCard;
  portalCard(ref: PortalCardRef): SocialCard;
  /** The article's picture, once in each shape for which it is large enough. */
  crops(ref: CropsRef): readonly SizedImage[];
  comments(ref: CommentsRef): readonly Comment[];
}

const { open } = Reference;

const CARDS_AT_HAND = 4000;

export function makeTools({ site, cardColours, articleOf, termsOf }: ToolSources): Tools {
  const { name, baseUrl, typedFolder, timeZone, style, locale, firstCrumb } = site;
  const folder = siteFolder(baseUrl);
  const portal: CardPortal = { name, baseUrl, cardColours };
  const sections = new Map(
    site.sections.map(({ slug, name }) => [slug, { url: sectionUrl(slug), text: name }] as const),
  );
  const moment = (instant: Instant): Moment => momentOf(instant, timeZone, style);
  const told: Tools['told'] = ({ date, dateIsDay }) =>
    dateIsDay ? dayMomentOf(date, timeZone, style) : moment(date);
  const section = (slug: string): Link => sections.get(slug)!;
  const matterOf = (entry: Entry): CardMatter => cardMatter(articleOf(entry));
  const cardOf = (matter: CardMatter, cover: FoundMedia | undefined, slot: Slot | null): Card =>
    cardView(matter, cover, slot, { section: section(matter.section), date: told(matter), absence: null });
  const absenceInWords = (entry: Entry): string | null => {
    if (entry.absence === undefined) return null;
    const at = absentAt(entry, entry.absence);
    return pageWords.absence[entry.absence](at === null ? '' : moment(at).stamp);
  };
  /** Where there is no place for a mark, the title is marked. */
  const withMarkedTitle = <Titled extends { readonly title: string }>(
    titled: Titled,
    entry: Entry,
  ): Titled => {
    const title = pageWords.markedTitle(titled.title, absenceInWords(entry));
    return title === titled.title ? titled : { ...titled, title };
  };
  // Pages of days, of months and of related articles show the same cards.
  const plainCard = atHandBy(
    (entry: Entry) => cardOf(matterOf(entry), undefined, null),
    ({ file }) => file,
    CARDS_AT_HAND,
  );
  const card = (entry: Entry, slot: Slot | null): Card => {
    const shown =
      slot === null ? plainCard(entry) : cardOf(matterOf(entry), coverReference(entry.media), slot);
    return entry.absence === undefined ? shown : { ...shown, absence: absenceInWords(entry) };
  };
  return {
    words: pageWords,
    timeZone,
    style,
    baseUrl,
    place: { baseUrl, typedFolder },
    published: url => publishedUrl(url, folder),
    moment,
    told,
    locale,
    home: { url: HOME_URL, text: firstCrumb ?? pageWords.frontPage },
    section,
    link(ref) {
      const { entry } = open(ref);
      return linkView(withMarkedTitle(linkMatter(articleOf(entry)), entry));
    },
    card(ref) {
      const { entry, slot } = open(ref);
      return card(entry, slot);
    },
    cards(ref) {
      const { entries, slot } = open(ref);
      return entries.map(entry => card(entry, slot));
    },
    matter: ref =>
      open(ref).entries.map(entry => ({
        ...withMarkedTitle(matterOf(entry), entry),
        absence: absenceInWords(entry),
      })),
    picture(ref) {
      const { media, slot } = open(ref);
      return pictureOf(photographOf(media), slot, media.focus);
    },
    document(ref) {
      const { media } = open(ref);
      return linkedFiles([media])[media.src]!;
    },
    recording: ref => copyUrl(open(ref).media),
    *terms(ref) {
      for (const entry of open(ref).entries) yield termsOf(entry);
    },
    article: ref => articleOf(open(ref).entry),
    absence: ref => absenceInWords(open(ref).entry),
    media(ref) {
      const { entry } = open(ref);
      return articleMediaView(entry, articleOf(entry));
    },
    social(ref) {
      const subject = open(ref);
      return socialOfArticle(subject, () => matterOf(subject.entry), portal);
    },
    crops(ref) {
      const { media } = open(ref).entry;
      const cover = coverReference(media)!;
      return newsFiles(photographOf(cover), cover.focus).map(({ url, width, height }) => ({
        url: baseUrl + url,
        width,
        height,
      }));
    },
    portalCard: ref => socialCard(open(ref).text, portal),
    comments: ref => open(ref).thread.comments,
  };
}
