// A setting becomes made-up cards: articles as lists show them.
import { articleUrl } from '../../address/addresses.ts';
import { styleWords } from '../../locale/style-words.ts';
import { DAY, HOUR, MINUTE } from '../../time/durations.ts';
import type { FlashView } from '../flash/flash-page.ts';
import type { MostReadView } from '../most-read/most-read-page.ts';
import type { ArticleKind, Card, Link } from '../views.ts';
import { specimenImage } from './specimen-photographs.ts';
import { momentAt, type SpecimenSetting } from './specimen-setting.ts';

/** The slug of each card, in order. */
const SLUGS = ['port', 'seisme', 'recolte', 'pont', 'handball'] as const;

/** What each card has besides text, in order. */
const KINDS: readonly (ArticleKind | null)[] = [
  null,
  null,
  { name: 'gallery', count: 12 },
  { name: 'video', count: null },
  { name: 'audio', count: null },
];

/** A photograph without words. */
const SILENT = { caption: null, credit: null } as const;

/** Some have a photograph, a summary or a place and some do not; one is a flash, one a gallery, one has a film, one a sound. */
export function specimenCards(setting: SpecimenSetting): readonly Card[] {
  const { headlines, summary, place, caption, credit } = styleWords;
  return headlines.map((title, index): Card => {
    const date = momentAt(setting, -index * 40 * MINUTE);
    return {
      url: setting.leadsTo(articleUrl({ section: 'chine', day: date.iso.slice(0, 10), slug: SLUGS[index]! })),
      title,
      summary: index < 2 ? summary : null,
      section: setting.section,
      date,
      absence: null,
      source: 'Xinhua',
      place: index === 0 ? place : null,
      image:
        index % 2 === 0 ? specimenImage(setting, index, index === 0 ? { caption, credit } : SILENT) : null,
      kind: KINDS[index] ?? null,
      flash: index === 1,
      lang: null,
    };
  });
}

export function linkTo({ url, title }: Card): Link {
  return { url, text: title };
}

/** The first two articles in the ticker, for two days. */
export function specimenFlashes(setting: SpecimenSetting): readonly FlashView[] {
  return specimenCards(setting)
    .slice(0, 2)
    .map(({ url, title, lang }) => ({ url, text: title, until: momentAt(setting, 2 * DAY), lang }));
}

/** The articles as a count of an hour ago, and the first three of them as the newsroom's choice. */
export function specimenMostRead<Article>(
  setting: SpecimenSetting,
  articles: readonly Article[],
): { readonly counted: MostReadView<Article>; readonly chosen: MostReadView<Article> } {
  return {
    counted: { date: momentAt(setting, -HOUR), until: momentAt(setting, 47 * HOUR), articles },
    chosen: { date: null, until: null, articles: articles.slice(0, 3) },
  };
}
