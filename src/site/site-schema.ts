// `_data/site.yaml` to the portal's name, address, time and lengths of lists.
import { z } from 'zod';
import { eachLangOnce, editionAddress } from '../article/edition-link.ts';
import { lang } from '../article/lang-schema.ts';
import { refuseLineMistake } from '../article/line-mistake.ts';
import { onOneLine } from '../article/one-line.ts';
import { PRINT_STYLES } from '../locale/print-style.ts';
import { breaks } from '../problem/rule.ts';
import { closestWord } from '../source/closest-word.ts';
import { dateMistake } from '../time/date-mistake.ts';
import { readInstant } from '../time/read-instant.ts';
import { AUDIENCE_SERVICES, eitherLogsOrService } from './audience-services.ts';
import { FURNITURE_MODES, type FurnitureMode } from './furniture-modes.ts';
import { HOSTS } from './hosts.ts';
import { logFieldsSchema } from './log-fields-schema.ts';
import { logsSchema } from './logs-schema.ts';
import { checkExpires, securitySchema } from './security-schema.ts';
import { textSchema } from './text-schema.ts';
import { isTimeZone, timeZoneSchema } from './time-zone-schema.ts';
import { weatherCitiesSchema } from './weather-cities-schema.ts';
import { requireContact, WEATHER_PROVIDERS, weatherContactSchema } from './weather-settings.ts';

/** A number of things that the file may leave out. */
function count(least: number, most: number, usual: number) {
  return z.int().min(least).max(most).default(usual);
}

/** The origin and the folder of an address, with whatever slashes end it; null: it has other parts, or no host. */
function placeOf(text: string): { readonly origin: string; readonly folder: string } | null {
  // `new URL` mends backslashes, spaces and missing slashes in silence: what it would mend is refused before.
  const path = /^https?:\/\/[^/\s\\?#@]+(\/[^\s\\?#@]*)?$/i.exec(text);
  if (path === null || !URL.canParse(text)) return null;
  return { origin: new URL(text).origin, folder: withoutFinalSlashes(path[1] ?? '') };
}

function withoutFinalSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** Of letters that need no escape in an address; no name begins with a point, and none is empty. */
const FOLDER = /^(?:\/[a-z0-9_~-][a-z0-9._~-]*)*$/i;
const ENDS_WITH_PAGE = /\.(?:html?|php)$/i;

function isFolder(path: string): boolean {
  return FOLDER.test(path) && !ENDS_WITH_PAGE.test(path);
}

/** Without a final slash: `https://www.exemple.fr`, `https://exemple.fr/journal`. */
const baseUrl = z
  .string()
  .refine(text => placeOf(text) !== null, {
    message:
      'L’adresse du portail doit commencer par « https:// » et un nom de domaine, sans espace, « @ », « ? » ni « # » ; écrivez-la comme « https://www.exemple.fr » ou « https://exemple.fr/journal ».',
    params: breaks('base-url'),
  })
  .refine(text => isFolder(placeOf(text)?.folder ?? ''), {
    message:
      'Après le nom de domaine, l’adresse du portail ne peut avoir qu’un dossier, en lettres sans accent, chiffres et traits d’union, sans « // », « .. » ni nom de page ; écrivez-la comme « https://exemple.fr/journal ».',
    params: breaks('base-url'),
  })
  .transform(text => {
    const { origin, folder } = placeOf(text)!;
    return origin + folder;
  });

/** A name or a mailbox that the owner has, and a day on which they had it (RFC 4151, § 2.1). */
const AUTHORITY = /^(?:[a-z0-9._-]{1,64}@)?[a-z0-9.-]{1,253},\d{4}(?:-\d\d){0,2}$/;

const authority = z.string().refine(text => AUTHORITY.test(text), {
  message:
    'L’autorité du portail est un nom de domaine que vous avez eu, une virgule et une année où il était à vous, sans espace\u202f; écrivez-la comme «\u00a0exemple.fr,2014\u00a0».',
  params: breaks('authority'),
});

/** The first year of this program: whoever owned their domain later, and wants it said, writes an authority. */
const USUAL_YEAR = 2026;

/** That of a site that names none: its host's. */
function authorityOf(baseUrl: string): string {
  return `${new URL(baseUrl).hostname.replace(/[^a-z0-9.-]/g, '')},${USUAL_YEAR}`;
}

/** Loopback: a service that an editor tries on their own machine. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** Nothing that `new URL` would have to mend, and no path: a policy (CSP) and forms name the service by these very letters. */
function isServiceOrigin(text: string): boolean {
  if (!URL.canParse(text) || new URL(text).origin !== text) return false;
  return text.startsWith('https://') ? !text.includes('*') : LOOPBACK.test(text);
}

/** Readers' names and words go there, so nobody on the way may read them. */
const participation = z.string().refine(isServiceOrigin, {
  message:
    'L’adresse du service de participation doit être «\u00a0https://\u00a0» et un nom de domaine en minuscules, sans rien après\u202f; écrivez-la comme «\u00a0https://avis.exemple.fr\u00a0».',
  params: breaks('participation-url'),
});

/** The whole address of a hub, as those who run one give it. */
const hub = z.string().refine(text => /^https:\/\/[^\s"'<>#\\]+$/.test(text) && URL.canParse(text), {
  message:
    'L’adresse du relais (WebSub) doit commencer par «\u00a0https://\u00a0», sans espace\u202f; écrivez-la comme «\u00a0https://relais.exemple.fr/\u00a0», ou effacez la ligne.',
  params: breaks('hub-url'),
});

/** What the protocol takes as a key (indexnow.org, « Verifying ownership »). */
const indexNow = z.string().refine(text => /^[A-Za-z0-9-]{8,128}$/.test(text), {
  message:
    'La clé d’IndexNow compte de 8 à 128 lettres sans accent, chiffres ou traits d’union\u202f; inventez-en une, comme «\u00a04f1c9e07a2b84d5d\u00a0».',
  params: breaks('index-now-key'),
});

const locale = z
  .string()
  .refine(text => /^fr(?:-[A-Z]{2})?$/.test(text), {
    message:
      'La langue du portail doit être le français ; écrivez « fr », ou « fr- » suivi du pays en capitales, comme « fr-CA ».',
    params: breaks('locale'),
  })
  .default('fr');

/** The name is in the edition's own language, so no French typography is for it. */
const editions = z
  .array(
    z.strictObject({
      lang: lang(),
      name: z.string().overwrite(onOneLine).min(1).max(40).check(refuseLineMistake),
      url: editionAddress(),
    }),
  )
  .max(50)
  .superRefine(eachLangOnce, { when: () => true });

/** An edition in the portal's own language would be the portal. */
function refuseOwnLanguage(file: unknown, context: z.RefinementCtx): void {
  const { editions: others, locale: own = 'fr' } = (file ?? {}) as {
    readonly editions?: unknown;
    readonly locale?: unknown;
  };
  if (!Array.isArray(others)) return;
  for (const [index, edition] of others.entries()) {
    if (edition?.lang !== own) continue;
    const message =
      'Cette langue est celle du portail lui-même\u202f; «\u00a0editions\u00a0» ne nomme que les autres éditions\u00a0: effacez celle-ci ou corrigez sa langue.';
    context.addIssue({
      code: 'custom',
      path: ['editions', index, 'lang'],
      params: breaks('locale'),
      message,
    });
  }
}

/**
 * Whether the clock can be read in the zone. Nothing is said when one of the two is no text or no zone, which is a problem
 * of its own: this check runs on files that have other mistakes, so that all are shown at once.
 */
function checkClock(file: unknown, context: z.RefinementCtx): void {
  if (typeof file !== 'object' || file === null) return;
  const { clock, timeZone: zone } = file as { readonly clock?: unknown; readonly timeZone?: unknown };
  if (typeof clock !== 'string') return;
  const known = typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC';
  if (readInstant(clock, known) !== null) return;
  const mistake = dateMistake(clock, known).replace(/\.$/, '');
  const message = `${mistake}, ou retirez la ligne pour suivre l’heure réelle.`;
  context.addIssue({ code: 'custom', path: ['clock'], params: breaks('bad-date'), message });
}

/** As `checkClock`. */
function checkSecurity(file: unknown, context: z.RefinementCtx): void {
  const { timeZone: zone } = (file ?? {}) as { readonly timeZone?: unknown };
  const known = typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC';
  checkExpires(file, known, (path, message) =>
    context.addIssue({ code: 'custom', path: [...path], params: breaks('bad-date'), message }),
  );
}

/** Quotes around a number would not make a date of it. */
function numberForClock({ input }: { input?: unknown }): string | undefined {
  if (typeof input !== 'number' && typeof input !== 'boolean') return undefined;
  return `La date « ${input} » n’est pas lisible ; écrivez-la comme « 2014-05-20T15:30:00+08:00 » ou « 20.05.2014 15h30 », ou retirez la ligne pour suivre l’heure réelle.`;
}

/** The blocks of the furniture in the order in which they are shown; those that are not in the list are not. */
function furniture(blocks: readonly string[]) {
  return z
    .array(
      z.string().refine(name => blocks.includes(name), {
        error: ({ input }) => {
          const closest = closestWord(String(input), [...blocks]);
          const meant = closest ? `«\u00a0${closest}\u00a0»` : `l’un de ceux-ci\u00a0: ${blocks.join(', ')}`;
          return `Aucun bloc du portail ne s’appelle «\u00a0${String(input).slice(0, 60)}\u00a0»\u202f; écrivez ${meant}.`;
        },
        params: breaks('unknown-block'),
      }),
    )
    .superRefine(eachOnce, { when: () => true })
    .default([...blocks]);
}

function eachOnce(names: unknown, context: z.RefinementCtx): void {
  if (!Array.isArray(names)) return;
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue;
    const message = `Le bloc «\u00a0${String(name).slice(0, 60)}\u00a0» est deux fois dans la liste\u202f; effacez-le ici.`;
    context.addIssue({ code: 'custom', path: [index], params: breaks('duplicate-value'), message });
  }
}

/** Hosts that many have, and that read nothing which we could write: the name nearest to theirs is another host's. */
const WITHOUT_RULES = /^(?:github|vercel|apache|s3|aws|ftp|surge|codeberg|ovh|infomaniak)(?:[ -]?pages)?$/i;

function hostWithoutRules({ input }: { input?: unknown }): string | undefined {
  if (typeof input !== 'string' || !WITHOUT_RULES.test(input)) return undefined;
  return `Quotidien n’écrit pas de règles pour l’hébergeur «\u00a0${input}\u00a0»\u202f; effacez la ligne, et des pages feront suivre les anciennes adresses.`;
}

/** What owners may call a mode: by the program that puts the furniture in. */
const MODES_MEANT: readonly (readonly [RegExp, FurnitureMode])[] = [
  [/^(?:nginx|apache|httpd|server|serveur|includes?)$/i, 'ssi'],
  [/^(?:varnish|fastly|akamai|cdn|cache|edge)$/i, 'esi'],
  [/^(?:js|javascript|browser|navigateur|none|aucun)$/i, 'client'],
];

function modeMeant({ input }: { input?: unknown }): string | undefined {
  const meant = MODES_MEANT.find(([names]) => typeof input === 'string' && names.test(input))?.[1];
  if (meant === undefined) return undefined;
  return `Le champ «\u00a0furnitureMode\u00a0» ne peut pas être «\u00a0${input}\u00a0»\u202f; écrivez «\u00a0${meant}\u00a0».`;
}

/** Names that an owner may write for a setting; the first is what it was called before 2026. */
export const SETTING_GUESSES: ReadonlyMap<string, string> = new Map([
  ...['redirects', 'hosting', 'provider', 'hébergeur', 'hebergeur', 'hébergement'].map(
    name => [name, 'host'] as const,
  ),
  ...['ssi', 'esi', 'includes', 'fragments'].map(name => [name, 'furnitureMode'] as const),
]);

/** What `_data/site` says; `blocks` are the names of all blocks of the furniture. */
export function siteSchema(blocks: readonly string[]) {
  return z
    .strictObject({
      name: textSchema(60),
      description: textSchema(300),
      baseUrl,
      authority: authority.nullable().default(null),
      timeZone: timeZoneSchema,
      locale,
      firstCrumb: textSchema(40).nullable().default(null),
      editions: editions.default([]),
      clock: z.string({ error: numberForClock }).nullable().default(null),
      furnitureArticles: count(0, 10_000, 500),
      furnitureMode: z.enum(FURNITURE_MODES, { error: modeMeant }).default(FURNITURE_MODES[0]),
      socialCards: count(0, 100_000, 30),
      newsCrops: count(0, 10_000, 30),
      graceDays: count(0, 365, 30),
      sectionLength: count(1, 200, 24),
      sectionDepth: count(0, 500, 100),
      homeSectionLength: count(1, 20, 5),
      topicLength: count(1, 500, 60),
      dossierLength: count(1, 500, 100),
      feedLength: count(1, 100, 30),
      picksLength: count(0, 20, 6),
      flashHours: count(1, 720, 24),
      weatherHours: count(1, 168, 12),
      weatherCities: weatherCitiesSchema.default([]),
      weatherProvider: z.enum(WEATHER_PROVIDERS).default(WEATHER_PROVIDERS[0]),
      weatherContact: weatherContactSchema.nullable().default(null),
      mostReadHours: count(1, 720, 48),
      mostReadWindow: count(1, 168, 24),
      mostReadHalfLife: count(1, 168, 6),
      mostReadService: z.enum(AUDIENCE_SERVICES).nullable().default(null),
      logs: logsSchema.default([]),
      logFields: logFieldsSchema.nullable().default(null),
      participation: participation.nullable().default(null),
      commentDays: z.int().min(1).max(36_500).nullable().default(null),
      hub: hub.nullable().default(null),
      indexNow: indexNow.nullable().default(null),
      terms: textSchema(1000).nullable().default(null),
      ninjs: z.boolean().default(false),
      security: securitySchema.nullable().default(null),
      furniture: furniture(blocks),
      host: z.enum(HOSTS, { error: hostWithoutRules }).default(HOSTS[0]),
      style: z.enum(PRINT_STYLES).default(PRINT_STYLES[0]),
      stylePage: z.boolean().default(false),
    })
    .superRefine(checkClock, { when: () => true })
    .superRefine(checkSecurity, { when: () => true })
    .superRefine(refuseOwnLanguage, { when: () => true })
    .superRefine(requireContact, { when: () => true })
    .superRefine(eitherLogsOrService, { when: () => true })
    .transform(file => ({
      ...file,
      authority: file.authority ?? authorityOf(file.baseUrl),
      clock: file.clock === null ? null : readInstant(file.clock, file.timeZone),
      security: file.security && {
        ...file.security,
        expires: readInstant(file.security.expires, file.timeZone)!,
      },
    }));
}
