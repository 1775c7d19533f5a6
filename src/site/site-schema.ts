// `_data/site.yaml` to the portal's name, address, time and lengths of lists.
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { readInstant } from '../time/read-instant.ts';
import { textSchema } from './text-schema.ts';

/** A number of things that the file may leave out. */
function count(least: number, most: number, usual: number) {
  return z.int().min(least).max(most).default(usual);
}

/** The base address, scheme and host only, or null when addresses can't be made from it. */
function normaliseBaseUrl(text: string): string | null {
  // `new URL` mends backslashes, spaces and missing slashes in silence: what it would mend is refused before.
  if (!/^https?:\/\/[^/\s\\?#@][^\s\\?#@]*$/i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).origin;
}

/** Templates write addresses from the root (`/chine/`), so a portal in a folder would link out of it. */
function hasFolder(text: string): boolean {
  return normaliseBaseUrl(text) !== null && /[^/]/.test(new URL(text).pathname);
}

const baseUrl = z
  .string()
  .refine(text => normaliseBaseUrl(text) !== null, {
    message:
      'L’adresse du portail doit commencer par « https:// » et un nom de domaine, sans espace, « @ », « ? » ni « # » ; écrivez-la comme « https://www.exemple.fr ».',
    params: { rule: 'base-url' },
  })
  .refine(text => !hasFolder(text), {
    message:
      'Le portail doit être à la racine de son domaine, non dans un dossier ; ôtez ce qui suit le nom de domaine, comme dans « https://www.exemple.fr ».',
    params: { rule: 'base-url' },
  })
  .transform(text => normaliseBaseUrl(text) as string);

/** Luxon also takes offsets (`+08:00`) and old abbreviations (`EST`): neither knows summer time, so neither is a place's time. */
function isTimeZone(text: string): boolean {
  return /^(?:UTC|[a-z]+(?:\/[a-z0-9_+-]+)+)$/i.test(text) && IANAZone.isValidZone(text);
}

const timeZone = z.string().refine(isTimeZone, {
  message:
    'Ce fuseau horaire n’existe pas ; écrivez un continent et une ville, comme « Europe/Paris » ou « Asia/Shanghai ».',
  params: { rule: 'time-zone' },
});

const locale = z
  .string()
  .refine(text => /^fr(?:-[A-Z]{2})?$/.test(text), {
    message:
      'La langue du portail doit être le français ; écrivez « fr », ou « fr- » suivi du pays en capitales, comme « fr-CA ».',
    params: { rule: 'locale' },
  })
  .default('fr');

/**
 * Whether the clock can be read in the zone. True also when one of the two is no text or no zone, which is a problem
 * of its own: this check runs on files that have other mistakes, so that all are shown at once.
 */
function isClockReadable(file: unknown): boolean {
  if (typeof file !== 'object' || file === null) return true;
  const { clock, timeZone: zone } = file as { readonly clock?: unknown; readonly timeZone?: unknown };
  if (typeof clock !== 'string') return true;
  return readInstant(clock, typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC') !== null;
}

/** Quotes around a number would not make a date of it. */
function numberForClock({ input }: { input?: unknown }): string | undefined {
  if (typeof input !== 'number' && typeof input !== 'boolean') return undefined;
  return `La date « ${input} » n’est pas lisible ; écrivez-la comme « 2014-05-20T15:30:00+08:00 » ou « 20.05.2014 15h30 », ou retirez la ligne pour suivre l’heure réelle.`;
}

/** What `_data/site` says. */
export const siteSchema = z
  .strictObject({
    name: textSchema(60),
    description: textSchema(300),
    baseUrl,
    timeZone,
    locale,
    clock: z.string({ error: numberForClock }).nullable().default(null),
    furnitureArticles: count(0, 10_000, 30),
    sectionLength: count(1, 200, 24),
    homeSectionLength: count(1, 20, 5),
    topicLength: count(1, 500, 60),
    feedLength: count(1, 100, 20),
    picksLength: count(0, 20, 6),
    flashHours: count(1, 720, 24),
  })
  .refine(isClockReadable, {
    path: ['clock'],
    message:
      'Cette date n’existe pas ou n’est pas lisible ; écrivez-la comme « 2014-05-20T15:30:00+08:00 » ou « 20.05.2014 15h30 », ou retirez la ligne pour suivre l’heure réelle.',
    params: { rule: 'bad-date' },
    when: () => true,
  })
  .transform(file => ({
    ...file,
    clock: file.clock === null ? null : readInstant(file.clock, file.timeZone),
  }));
