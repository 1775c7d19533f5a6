// The one description of an article's front matter. It becomes the check in `readArticle` and the JSON Schema for
// editors' programs. Its titles and descriptions are in French, since such a program shows them.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { shorten } from '../source/shorten.ts';
import { dateMistake } from '../time/date-mistake.ts';
import type { Instant } from '../time/instant.ts';
import { readTypedDate, type TypedDate } from '../time/read-instant.ts';
import { aliasMistake } from './alias.ts';
import { eachLangOnce, editionAddress } from './edition-link.ts';
import { lang } from './lang-schema.ts';
import { refuseLineMistake } from './line-mistake.ts';
import { map } from './map-schema.ts';
import { oneLine, onOneLine } from './one-line.ts';
import { gallery, photograph } from './photograph-schema.ts';
import { audio, video } from './recording-schema.ts';
import { SLUG_PATTERN, slugify, slugMistake } from './slug.ts';

/** The checked front matter, before typography. Dates are instants; missing fields are undefined. */
export type FrontMatterFields = z.infer<ReturnType<typeof frontMatterSchema>>;

/** Names that an editor may guess for a field; the message then suggests the right name. */
export const FIELD_ALIASES: ReadonlyMap<string, string> = new Map([
  ['titre', 'title'],
  ['rubrique', 'section'],
  ['categorie', 'section'],
  ['catégorie', 'section'],
  ['category', 'section'],
  ['categories', 'section'],
  ['catégories', 'section'],
  ['chapo', 'summary'],
  ['chapô', 'summary'],
  ['resume', 'summary'],
  ['résumé', 'summary'],
  ['description', 'summary'],
  ['excerpt', 'summary'],
  ['extrait', 'summary'],
  ['subtitle', 'summary'],
  ['sous-titre', 'summary'],
  ['soustitre', 'summary'],
  ['chapeau', 'summary'],
  ['lead', 'summary'],
  ['standfirst', 'summary'],
  ['headline', 'title'],
  ['auteur', 'author'],
  ['byline', 'author'],
  ['auteurs', 'authors'],
  ['signatures', 'authors'],
  ['lieu', 'place'],
  ['sujets', 'topics'],
  ['sujet', 'topics'],
  ['tags', 'topics'],
  ['keywords', 'topics'],
  ['mots-clés', 'topics'],
  ['dossier', 'dossiers'],
  ['photo', 'image'],
  ['cover', 'image'],
  ['coverimage', 'image'],
  ['cover_image', 'image'],
  ['featured_image', 'image'],
  ['thumbnail', 'image'],
  ['photos', 'gallery'],
  ['diaporama', 'gallery'],
  ['galerie', 'gallery'],
  ['images', 'gallery'],
  ['vidéo', 'video'],
  ['son', 'audio'],
  ['carte', 'map'],
  ['fichier', 'src'],
  ['décoration', 'decoration'],
  ['sous-titres', 'captions'],
  ['transcription', 'transcript'],
  ['affiche', 'poster'],
  ['légende', 'caption'],
  ['legende', 'caption'],
  ['crédit', 'credit'],
  ['choix', 'pick'],
  ['priorité', 'priority'],
  ['priorite', 'priority'],
  ['featured', 'pick'],
  ['maj', 'updated'],
  ['lastmod', 'updated'],
  ['modified', 'updated'],
  ['rectificatifs', 'corrections'],
  ['correctifs', 'corrections'],
  ['brouillon', 'draft'],
  ['publication', 'publish'],
  ['expiration', 'expires'],
  ['retiré', 'withdrawn'],
  ['retire', 'withdrawn'],
  ['retrait', 'withdrawn'],
  ['rétractation', 'withdrawn'],
  ['retracted', 'withdrawn'],
  ['retraction', 'withdrawn'],
  ['dépublié', 'withdrawn'],
  ['depublie', 'withdrawn'],
  ['unpublished', 'withdrawn'],
  ['identifiant', 'id'],
  ['guid', 'id'],
  ['uuid', 'id'],
  ['adresses', 'aliases'],
  ['permalink', 'aliases'],
  ['redirect_from', 'aliases'],
  ['commentaires', 'comments'],
  ['langue', 'lang'],
  ['traductions', 'translations'],
  ['adresse', 'url'],
  ['language', 'lang'],
  ['locale', 'lang'],
  ['texte', 'text'],
  ['jusque', 'until'],
]);

/**
 * Texts for readers that an editor may leave out, each on a line: typeset, and null where there is none. Cards may show them as the
 * article's own page does.
 */
export const OPTIONAL_TEXTS = ['summary', 'place'] as const;

export type OptionalText = (typeof OPTIONAL_TEXTS)[number];

const schemas = new Map<string, ReturnType<typeof makeSchema>>();

/**
 * The schema for a site whose dates without offset are in `timeZone` (IANA name). It takes YAML that was parsed with
 * `numbers-as-text`. The schema of a zone is made once.
 */
export function frontMatterSchema(timeZone: string): ReturnType<typeof makeSchema> {
  let schema = schemas.get(timeZone);
  if (schema === undefined) {
    schema = makeSchema(timeZone);
    schemas.set(timeZone, schema);
  }
  return schema;
}

function makeSchema(timeZone: string) {
  const date = () => dateIn(timeZone);
  const typedDate = () => typedDateIn(timeZone);
  return z.strictObject({
    title: oneLine(200).meta({
      title: 'Titre',
      description: 'Le titre de l’article, sur une ligne, sans point final.',
    }),
    source: oneLine(100).meta({
      title: 'Source',
      description: 'L’agence ou le journal : Xinhua, AFP, la rédaction…',
    }),
    date: typedDate().meta({
      title: 'Date',
      description:
        'La date de l’article : 2014-05-20T13:43 ou 20.05.2014 13h43, dans le fuseau du site ; ou avec son décalage : 2014-05-20T13:43+08:00.',
    }),
    section: slug().meta({
      title: 'Rubrique',
      description: 'L’identifiant d’une rubrique de _data/sections : chine.',
    }),
    summary: oneLine(600).optional().meta({
      title: 'Chapô',
      description: 'Deux ou trois phrases qui résument l’article, sous le titre et dans les listes.',
    }),
    author: signature(severalInAuthor).optional().meta({
      title: 'Auteur',
      description: 'Le nom de qui signe l’article\u00a0: Lin Wei.',
    }),
    authors: signatures().optional().meta({
      title: 'Auteurs',
      description: 'Les noms de ceux qui signent ensemble\u00a0: [Lin Wei, Claire Delmas].',
    }),
    place: oneLine(100)
      .optional()
      .meta({ title: 'Lieu', description: 'La ville d’où l’on écrit, en tête du texte : Pékin.' }),
    topics: slugs(20).optional().meta({
      title: 'Sujets',
      description: 'Les identifiants de sujets de _data/topics : [commerce, energie].',
    }),
    dossiers: slugs(10)
      .optional()
      .meta({ title: 'Dossiers', description: 'Les identifiants de pages spéciales de _data/dossiers.' }),
    image: photograph()
      .optional()
      .meta({ title: 'Photo', description: 'La photo de l’article, avec sa description.' }),
    gallery: gallery().optional().meta({
      title: 'Diaporama',
      description:
        'Les photos d’un article en images, dans l’ordre\u00a0: chacune comme «\u00a0image\u00a0».',
    }),
    video: video().optional().meta({
      title: 'Vidéo',
      description: 'Une vidéo du dépôt, avec ses sous-titres ou sa transcription, ou une adresse https://…',
    }),
    audio: audio().optional().meta({
      title: 'Audio',
      description: 'Un son du dépôt, avec sa transcription, ou une adresse https://…',
    }),
    map: map().optional().meta({
      title: 'Carte',
      description: 'Le lieu que situe une petite carte\u00a0: Bamako, ou ses coordonnées\u00a0: [12.65, -8].',
    }),
    flash: flash(timeZone).optional().meta({
      title: 'Flash',
      description:
        'Met l’article dans le bandeau « Flash » : true pour son titre, ou un texte court, ou text et until (l’heure à laquelle il en sort).',
    }),
    pick: z
      .boolean()
      .default(false)
      .meta({ title: 'Sélection', description: 'true met l’article dans « Sélection de la rédaction ».' }),
    priority: priority(),
    updated: typedDate().optional().meta({
      title: 'Mise à jour',
      description: 'La date de la dernière mise à jour, montrée aux lecteurs.',
    }),
    corrections: corrections(timeZone).optional().meta({
      title: 'Rectificatifs',
      description:
        'Ce qui a été corrigé après publication, montré aux lecteurs : une date et un texte chacun.',
    }),
    draft: z
      .boolean()
      .default(false)
      .meta({ title: 'Brouillon', description: 'true garde l’article hors du site.' }),
    publish: date()
      .optional()
      .meta({ title: 'Publication', description: 'L’article n’est pas montré avant cette date.' }),
    expires: date()
      .optional()
      .meta({ title: 'Expiration', description: 'L’article n’est plus montré à partir de cette date.' }),
    withdrawn: withdrawal().optional().meta({
      title: 'Retrait',
      description:
        'Pourquoi l’article a été retiré : à son adresse, les lecteurs ne trouvent plus que son titre, sa date et ce texte.',
    }),
    aliases: aliases().optional().meta({
      title: 'Anciennes adresses',
      description: 'Des adresses qui mènent ici : [/ancien/titre.html].',
    }),
    id: identity().optional().meta({
      title: 'Identité',
      description:
        'À quoi les lecteurs de flux reconnaissent l’article, quoi qu’il devienne : 8812. Inutile à un article nouveau.',
    }),
    comments: z.enum(['open', 'closed', 'none']).default('open').meta({
      title: 'Commentaires',
      description: 'open : ouverts ; closed : montrés mais fermés ; none : sans commentaires.',
    }),
    translations: translations().optional().meta({
      title: 'Traductions',
      description:
        'Le même article dans d’autres éditions\u00a0: la langue, et l’adresse entière, de chacun.',
    }),
    lang: lang().optional().meta({
      title: 'Langue',
      description: 'La langue de l’article quand ce n’est pas celle du site : en, zh, zh-Hans, pt-BR.',
    }),
  });
}

/** The general message would advise quotes around `true`, but `"true"` is no date either. */
function notATextualDate({ input }: { input?: unknown }): string | undefined {
  return typeof input === 'boolean'
    ? `La date « ${input} » n’est pas lisible ; écrivez-la comme 2014-05-20T13:43 ou 20.05.2014 13h43.`
    : undefined;
}

/** The schema of a date of which readers see whether it has an hour. */
function typedDateIn(timeZone: string) {
  return z.string({ error: notATextualDate }).transform((text, context): TypedDate => {
    const date = readTypedDate(text, timeZone);
    if (date !== null) return date;
    context.addIssue({
      code: 'custom',
      params: breaks(text.trim() === '' ? 'empty-field' : 'bad-date'),
      message: dateMistake(text, timeZone),
    });
    return z.NEVER;
  });
}

function dateIn(timeZone: string) {
  return typedDateIn(timeZone).transform(({ instant }): Instant => instant);
}

function slug() {
  return z
    .string()
    .overwrite(text => text.trim())
    .superRefine((text, context) => {
      if (text === '') {
        context.addIssue({
          code: 'custom',
          params: breaks('empty-field'),
          message: 'Cette valeur est vide ; écrivez un identifiant.',
        });
        return;
      }
      const mistake = slugMistake(text);
      if (mistake === null) return;
      context.addIssue({ code: 'custom', params: breaks(mistake.rule), message: mistake.message });
    })
    .meta({ pattern: SLUG_PATTERN.source });
}

/** A list cut short could not be copied from the message. */
const LONGEST_PROPOSAL = 200;

/** `topics: Énergie, Climat`: names in one text, where a list of slugs is needed. One that is a slug gets the general message. */
function textForSlugs({ code, input }: { code?: string; input?: unknown }): string | undefined {
  if (code !== 'invalid_type' || typeof input !== 'string') return undefined;
  const slugs = new Set(input.split(/[,;]/).map(slugify));
  slugs.delete('');
  const list = [...slugs].join(', ');
  if (list === '' || list === input.trim() || list.length > LONGEST_PROPOSAL) return undefined;
  const typed = shorten(input.replace(/\s+/g, ' '));
  return `Il faut ici une liste d’identifiants, et non le texte «\u00a0${typed}\u00a0»\u202f; écrivez-la entre crochets\u00a0: «\u00a0[${list}]\u00a0».`;
}

function slugs(most: number) {
  return z
    .array(slug(), { error: textForSlugs })
    .max(most)
    .superRefine(eachOnce, { when: () => true });
}

/** Who signs an article: a name as readers see it, or a slug of `_data/authors`. */
function signature(error?: (issue: { readonly input?: unknown }) => string | undefined) {
  return z.string({ error }).overwrite(onOneLine).min(1).max(150).check(refuseLineMistake);
}

const MOST_AUTHORS = 10;

function signatures() {
  return z
    .array(signature(), {
      error: ({ code, input }) =>
        code === 'invalid_type' && typeof input === 'string' && input.trim() !== ''
          ? `Le champ «\u00a0authors\u00a0» est une liste de noms\u202f; écrivez «\u00a0authors: [${shorten(input, 60)}]\u00a0», ou «\u00a0author\u00a0» pour une seule signature.`
          : undefined,
    })
    .max(MOST_AUTHORS)
    .superRefine(eachOnce, { when: () => true });
}

const MOST_TRANSLATIONS = 30;

/** The schema of `translations`. */
export function translations() {
  const translation = z.strictObject({
    lang: lang().meta({ title: 'Langue', description: 'Celle d’une édition de _data/site\u00a0: en.' }),
    url: editionAddress().meta({
      title: 'Adresse',
      description: 'L’adresse entière\u00a0: https://english.exemple.fr/2014/05/port.html.',
    }),
  });
  return z
    .array(translation)
    .max(MOST_TRANSLATIONS)
    .superRefine(eachLangOnce, { when: () => true });
}

function severalInAuthor({ input }: { input?: unknown }): string | undefined {
  return Array.isArray(input)
    ? 'Le champ «\u00a0author\u00a0» est un seul nom\u202f; pour plusieurs signatures, écrivez «\u00a0authors\u00a0» et gardez la liste.'
    : undefined;
}

function aliases() {
  const alias = z
    .string()
    .overwrite(text => text.trim())
    .superRefine((text, context) => {
      const message = aliasMistake(text);
      if (message !== null) context.addIssue({ code: 'custom', params: breaks('bad-alias'), message });
    })
    .meta({ pattern: '^/[^#]+$' });
  return z
    .array(alias)
    .max(50)
    .superRefine(eachOnce, { when: () => true });
}

const MOST_ID_LETTERS = 200;
/** Signs that a `tag:` address holds as they are (RFC 4151, § 2.1; RFC 3986, § 3.3). */
const ID = /^[\w.~:@!$&'()*+,;=/?-]+$/;

/** A number or a name of another system's, or an address within the site. */
function identity() {
  return z
    .string()
    .overwrite(text => text.trim())
    .superRefine((text, context) => {
      if (text.length <= MOST_ID_LETTERS && ID.test(text)) return;
      const message =
        text === ''
          ? 'Cette identité est vide\u202f; écrivez un numéro ou un nom, ou effacez la ligne.'
          : `L’identité «\u00a0${shorten(text)}\u00a0» doit tenir en ${MOST_ID_LETTERS} lettres sans accent, chiffres et signes d’adresse, sans espace\u202f; écrivez-la comme «\u00a08812\u00a0» ou effacez la ligne.`;
      context.addIssue({ code: 'custom', params: breaks(text === '' ? 'empty-field' : 'bad-id'), message });
    });
}

function eachOnce(values: readonly unknown[], context: z.RefinementCtx): void {
  if (!Array.isArray(values)) return;
  const seen = new Set<unknown>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) {
      const message = `La valeur « ${String(value).slice(0, 60)} » est deux fois dans la liste ; effacez-la ici.`;
      context.addIssue({ code: 'custom', path: [index], params: breaks('duplicate-value'), message });
    }
    if (typeof value === 'string') seen.add(value);
  }
}

/** Words by which an editor means yes or no, but which YAML reads as a text for the ticker. */
const YES_OR_NO = /^(?:oui|non|yes|no|vrai|faux|on|off|true|false)$/i;

function flash(timeZone: string) {
  const text = () =>
    oneLine(140).superRefine((words, context) => {
      if (!YES_OR_NO.test(words)) return;
      const message = `Le mot « ${words} » serait le texte du flash ; écrivez « flash: true » sans guillemets, ou effacez la ligne.`;
      context.addIssue({ code: 'custom', params: breaks('wrong-type'), message });
    });
  return z.union([
    z.boolean(),
    text(),
    z.strictObject({
      text: text()
        .optional()
        .meta({ title: 'Texte', description: 'Le texte du flash ; sans lui, le titre.' }),
      until: dateIn(timeZone)
        .optional()
        .meta({ title: 'Jusqu’à', description: 'La date et l’heure à laquelle le flash quitte le bandeau.' }),
    }),
  ]);
}

/** A word of two letters; a date has none. */
const WORD = /\p{L}{2}/u;

function withdrawal() {
  const notAText = (input: unknown): string | undefined =>
    typeof input === 'boolean' ? noReason(String(input), !input) : undefined;
  return oneLine(600, notAText).superRefine((text, context) => {
    if (text === '' || (WORD.test(text) && !YES_OR_NO.test(text))) return;
    const message = noReason(text, /^(?:non|no|faux|false|off)$/i.test(text));
    context.addIssue({ code: 'custom', params: breaks('no-reason'), message });
  });
}

function noReason(typed: string, meansNo: boolean): string {
  return meansNo
    ? `Un article n’est retiré que si une raison est donnée, et « ${typed} » n’en est pas une ; effacez la ligne pour le laisser en ligne.`
    : `Le champ « withdrawn » dit aux lecteurs pourquoi l’article a été retiré, et « ${shorten(typed)} » ne le dit pas ; écrivez-le, par exemple « withdrawn: "Cet article, fondé sur un faux document, a été retiré le 21 mai." ».`;
}

function priority() {
  const error = ({ input }: { input?: unknown }) =>
    input === null || input === undefined
      ? undefined
      : 'Le champ « priority » est un chiffre ; écrivez-en un, de 0 (ordinaire) à 9 (à la une).';
  return z
    .string({ error })
    .regex(/^[0-9]$/, { error })
    .transform(Number)
    .default(0)
    .meta({
      title: 'Priorité',
      description: 'De 0 (ordinaire) à 9 : le plus prioritaire des articles récents ouvre la une.',
    });
}

function corrections(timeZone: string) {
  const correction = z.strictObject({
    date: typedDateIn(timeZone).meta({ title: 'Date', description: 'La date du rectificatif.' }),
    text: oneLine(1000).meta({ title: 'Texte', description: 'Ce qui était faux, et ce qui est juste.' }),
  });
  return z
    .array(correction, {
      error: ({ code, input }) =>
        code === 'invalid_type' && typeof input === 'string'
          ? 'Un rectificatif a une date et un texte ; écrivez dessous, avec deux espaces de retrait, « - date: … » puis « text: … ».'
          : undefined,
    })
    .max(50);
}
