// The bytes of one Markdown file become a checked article with its Markdown, or all of the file's problems.
import { type SitePlace, typedPath, UNKNOWN_PLACE } from '../address/site-place.ts';
import { capProblems } from '../problem/cap-problems.ts';
import { type Checked, compareProblems, type Mistake, type Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { checkSchema } from '../source/check-schema.ts';
import { decodeText } from '../source/decode-text.ts';
import { positionAt } from '../source/position.ts';
import { parseYaml, type YamlDocument } from '../source/yaml-document.ts';
import { calendarDay } from '../time/calendar-day.ts';
import type { Instant } from '../time/instant.ts';
import { readInstant, type TypedDate } from '../time/read-instant.ts';
import { lineTypesetterOf, resolveEscapes } from '../typography/typeset-line.ts';
import { aliasMistake } from './alias.ts';
import type {
  Article,
  ArticleImage,
  ArticleMap,
  ArticleRecording,
  ArticleSource,
  Correction,
  Flash,
} from './article.ts';
import type { ArticleDates } from './check/article-dates.ts';
import { checkBody } from './check/check-body.ts';
import { checkChronology } from './check/check-chronology.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import {
  FIELD_ALIASES,
  type FrontMatterFields,
  frontMatterSchema,
  OPTIONAL_TEXTS,
  type OptionalText,
} from './front-matter-schema.ts';
import { bodyAddresses } from './markdown/body-addresses.ts';
import { bodyLinks } from './markdown/body-links.ts';
import { slugOfFile } from './slug.ts';

/** The settings of the site on which the result of reading depends. */
export interface ReadingRules {
  /** The zone (IANA name) of dates without offset, and of the article's calendar day. */
  readonly timeZone: string;
  /** Where it is not known, links that name it count as those to other sites. */
  readonly place?: SitePlace;
}

/** 512 KiB is some eighty times a long article, and small enough to need no streaming. */
export const MAX_ARTICLE_BYTES = 512 * 1024;

/** A field of this name, right or not: as long as its YAML has a mistake, that is mistake enough. */
const WITHDRAWN = /^["']?withdrawn["']?\s*:/im;

/**
 * Reads one article.
 * @param file the path with `/` separators that problems and the article give as the file's.
 * @returns the article, or every problem of the file, sorted by `compareProblems`.
 */
export function readArticle(file: string, bytes: Uint8Array, rules: ReadingRules): Checked<ArticleSource> {
  const { slug, mistake } = slugOfFile(file);
  const problems: Problem[] = mistake === null ? [] : [wholeFile(file, mistake.rule, mistake.message)];
  const split = splitFile(file, bytes);
  if (!split.ok) return fail([...problems, ...split.problems]);
  const { body, bodyLine, yaml } = split.value;
  const document = parseYaml(yaml, { file, firstLine: 1 }, 'numbers-as-text');
  // Whoever withdraws an article may well take its text away.
  if (!WITHDRAWN.test(yaml) || body.trim() !== '') problems.push(...findBodyProblems(file, body, bodyLine));
  if (!document.ok) return fail([...problems, ...document.problems]);
  const fields = checkFields(file, document.value, rules);
  if (!fields.ok) return fail([...problems, ...fields.problems]);
  if (problems.length > 0) return fail(problems);
  return { ok: true, value: { article: makeArticle(file, slug, fields.value, body, rules), body } };
}

function fail(problems: readonly Problem[]): Checked<never> {
  return { ok: false, problems: capProblems(problems.toSorted(compareProblems)) };
}

/** Splits the file of an article or an editorial page into front matter and body. Every function that opens such a file begins with this. */
export function splitFile(file: string, bytes: Uint8Array): Checked<FrontMatter> {
  if (bytes.length > MAX_ARTICLE_BYTES) {
    const size = Math.ceil(bytes.length / 1024);
    const message = `Ce fichier fait ${size} Kio, pour ${MAX_ARTICLE_BYTES / 1024} au plus ; découpez le texte, ou retirez ce qui n’est pas du texte.`;
    return { ok: false, problems: [wholeFile(file, 'file-too-large', message)] };
  }
  const text = decodeText(bytes, file);
  return text.ok ? splitFrontMatter(text.value, file) : text;
}

function findBodyProblems(file: string, body: string, bodyLine: number): readonly Problem[] {
  if (body.trim() === '') {
    const { line } = positionAt(body, body.length, bodyLine);
    const message = 'L’article n’a pas de texte ; écrivez-le après la ligne « --- » qui ferme les champs.';
    return [{ file, line, column: 1, rule: 'empty-body', message }];
  }
  return checkBody(body, bodyLine).map(problem => ({ file, ...problem }));
}

function checkFields(
  file: string,
  document: YamlDocument,
  { timeZone, place = UNKNOWN_PLACE }: ReadingRules,
): Checked<FrontMatterFields> {
  const fields = checkSchema(document, frontMatterSchema(timeZone), { file, firstLine: 1 }, FIELD_ALIASES);
  // The dates are compared even when another field is wrong, so that one run shows all problems.
  const dates = fields.ok
    ? datesOf(fields.value, instantOrNull)
    : datesOf(document.value, text => readDate(text, timeZone));
  const mistakes: FieldMistake[] = [...checkChronology(dates, timeZone)];
  if (fields.ok)
    mistakes.push(...checkSignatures(fields.value), ...checkTypedAliases(fields.value.aliases ?? [], place));
  if (fields.ok && mistakes.length === 0) return fields;
  const located = mistakes.map(
    ({ path, rule, message }): Problem => ({ file, ...document.locate(path), rule, message }),
  );
  return { ok: false, problems: [...(fields.ok ? [] : fields.problems), ...located] };
}

interface FieldMistake extends Mistake {
  readonly path: readonly (string | number)[];
}

/** One field or the other: of two, nobody could say which order is meant. */
function checkSignatures({ author, authors }: FrontMatterFields): readonly FieldMistake[] {
  if (author === undefined || authors === undefined) return [];
  const message =
    'L’article est signé deux fois, par «\u00a0author\u00a0» et par «\u00a0authors\u00a0»\u202f; mettez tous les noms dans «\u00a0authors\u00a0» et effacez cette ligne.';
  return [{ path: ['author'], rule: 'signed-twice', message }];
}

function authorsOf({
  author,
  authors = [],
}: Pick<FrontMatterFields, 'author' | 'authors'>): readonly string[] {
  return author === undefined ? authors : [author];
}

/** As typed, old addresses are right. Without the site's folder one may be that of the front page, or stand there twice. */
function checkTypedAliases(aliases: readonly string[], place: SitePlace): readonly FieldMistake[] {
  if (place.typedFolder === '') return [];
  const paths = aliases.map(alias => typedPath(alias, place));
  return paths.flatMap((alias, index): readonly FieldMistake[] => {
    const path = ['aliases', index];
    const mistake = aliasMistake(alias);
    if (mistake !== null) return [{ path, rule: 'bad-alias', message: mistake }];
    if (paths.indexOf(alias) === index) return [];
    const message = `L’ancienne adresse « ${alias} » est deux fois dans la liste, avec le dossier du portail et sans lui ; effacez-la ici.`;
    return [{ path, rule: 'duplicate-value', message }];
  });
}

/**
 * The dates of checked fields, or of YAML data of any shape.
 * @param read gives the instant of a field's value; null when the value is no date.
 */
function datesOf(fields: unknown, read: (value: unknown) => Instant | null): ArticleDates {
  const corrections = fieldOf(fields, 'corrections');
  return {
    date: read(fieldOf(fields, 'date')),
    updated: read(fieldOf(fields, 'updated')),
    publish: read(fieldOf(fields, 'publish')),
    expires: read(fieldOf(fields, 'expires')),
    flashUntil: read(fieldOf(fieldOf(fields, 'flash'), 'until')),
    corrections: Array.isArray(corrections)
      ? corrections.map(correction => read(fieldOf(correction, 'date')))
      : [],
  };
}

function fieldOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? Reflect.get(data, name)
    : undefined;
}

function instantOrNull(value: unknown): Instant | null {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null ? (value as TypedDate).instant : null;
}

function readDate(value: unknown, timeZone: string): Instant | null {
  return typeof value === 'string' ? readInstant(value, timeZone) : null;
}

function makeArticle(
  file: string,
  slug: string,
  fields: FrontMatterFields,
  body: string,
  { timeZone, place = UNKNOWN_PLACE }: ReadingRules,
): Article {
  const lang = fields.lang ?? null;
  const typeset = lineTypesetterOf(lang);
  const typesetOrNull = (text: string | undefined) => (text === undefined ? null : typeset(text));
  const { instant: date, isDay: dateIsDay } = fields.date;
  const named = bodyAddresses(body);
  const article: Article = {
    file,
    slug,
    title: typeset(fields.title),
    source: typeset(fields.source),
    authors: authorsOf(fields).map(typeset),
    date,
    dateIsDay,
    day: calendarDay(date, timeZone),
    section: fields.section,
    ...optionalTexts(name => typesetOrNull(fields[name])),
    topics: fields.topics ?? [],
    dossiers: fields.dossiers ?? [],
    image: fields.image === undefined ? null : makeImage(fields.image, typesetOrNull),
    gallery: (fields.gallery ?? []).map(photograph => makeImage(photograph, typesetOrNull)),
    video: fields.video === undefined ? null : makeRecording(fields.video, typeset),
    audio: fields.audio === undefined ? null : makeRecording(fields.audio, typeset),
    map: makeMap(fields.map, typesetOrNull),
    bodyImages: named.images,
    bodyFiles: named.files,
    bodyLinks: bodyLinks(body, place),
    flash: makeFlash(fields.flash, typesetOrNull),
    pick: fields.pick,
    priority: fields.priority,
    updated: fields.updated === undefined ? null : noEarlierThan(date, fields.updated.instant),
    updatedIsDay: fields.updated?.isDay ?? false,
    corrections: makeCorrections(fields, typeset),
    draft: fields.draft,
    publish: fields.publish ?? null,
    expires: fields.expires ?? null,
    aliases: (fields.aliases ?? []).map(alias => typedPath(alias, place)),
    id: fields.id ?? null,
    comments: fields.comments,
    withdrawn: typesetOrNull(fields.withdrawn),
    translations: fields.translations ?? [],
    lang,
  };
  return article.withdrawn === null ? article : { ...article, ...NOT_SHOWN };
}

/** What readers find of no withdrawn article. So it needs none of its files, and its links lead nobody anywhere. */
const NOT_SHOWN = {
  image: null,
  gallery: [],
  video: null,
  audio: null,
  map: null,
  bodyImages: [],
  bodyFiles: [],
  bodyLinks: [],
  flash: null,
  pick: false,
  comments: 'none',
  translations: [],
} as const satisfies Partial<Article>;

/**
 * An update or a correction that gives only the day of the article's date would precede the article, since a day means its
 * first instant. It then gets the article's date.
 */
function noEarlierThan(date: Instant, instant: Instant): Instant {
  return Math.max(date, instant);
}

function optionalTexts(
  text: (name: OptionalText) => string | null,
): Readonly<Record<OptionalText, string | null>> {
  const texts = OPTIONAL_TEXTS.map(name => [name, text(name)] as const);
  return Object.fromEntries(texts) as Record<OptionalText, string | null>;
}

type Typeset = (text: string | undefined) => string | null;

/** The alternative text gets no typography: it is an attribute, and screen readers read it aloud. */
export function makeImage(image: NonNullable<FrontMatterFields['image']>, typeset: Typeset): ArticleImage {
  const { src, alt = '', caption, credit, focus = null } = image;
  return { src, alt: resolveEscapes(alt), caption: typeset(caption), credit: typeset(credit), focus };
}

type RecordingFields = NonNullable<FrontMatterFields['audio']> & { readonly captions?: string | undefined };

export function makeRecording(fields: RecordingFields, typeset: (text: string) => string): ArticleRecording {
  const { src, title, poster = null, captions = null, transcript = null, caption, credit } = fields;
  return {
    src,
    title: typeset(title),
    poster,
    captions,
    transcript,
    caption: caption === undefined ? null : typeset(caption),
    credit: credit === undefined ? null : typeset(credit),
  };
}

export function makeMap(map: FrontMatterFields['map'], typeset: Typeset): ArticleMap | null {
  return map === undefined ? null : { place: typeset(map.place), at: map.at ?? null };
}

function makeFlash(flash: FrontMatterFields['flash'], typeset: Typeset): Flash | null {
  if (flash === undefined || flash === false) return null;
  if (flash === true) return { text: null, until: null };
  if (typeof flash === 'string') return { text: typeset(flash), until: null };
  return { text: typeset(flash.text), until: flash.until ?? null };
}

function makeCorrections(
  fields: FrontMatterFields,
  typeset: (text: string) => string,
): readonly Correction[] {
  const corrections = fields.corrections ?? [];
  return corrections
    .map(({ date, text }) => ({
      date: noEarlierThan(fields.date.instant, date.instant),
      dateIsDay: date.isDay,
      text: typeset(text),
    }))
    .sort((a, b) => a.date - b.date);
}
