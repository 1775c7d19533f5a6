// The bytes of a faulty article become the section, topics, dossiers and files that it names, so that one run also shows mistakes in these.
import { z } from 'zod';
import { parseYaml } from '../source/yaml-document.ts';
import type { Article, ArticleImage, ArticleRecording } from './article.ts';
import { type MediaReference, mediaOf } from './article-media.ts';
import { translations } from './front-matter-schema.ts';
import { map } from './map-schema.ts';
import { isElsewhere } from './markdown/allowed-links.ts';
import { bodyAddresses } from './markdown/body-addresses.ts';
import { photographFile } from './photograph-schema.ts';
import { makeImage, makeMap, makeRecording, splitFile } from './read-article.ts';
import { recordingFiles } from './recording-schema.ts';

/** The names in an article of things that other files define. */
export interface References
  extends Pick<Article, 'file' | 'authors' | 'topics' | 'dossiers' | 'translations' | 'map'> {
  /** null: the field is missing or is no slug. */
  readonly section: string | null;
  readonly media: readonly MediaReference[];
}

const schemas = {
  photograph: z.object({ src: photographFile() }),
  recording: recordingFiles(),
  map: map(),
  translations: translations(),
};

/** The names in the fields that are right; null when the front matter cannot be parsed. */
export function readReferences(file: string, bytes: Uint8Array): References | null {
  const split = splitFile(file, bytes);
  if (!split.ok) return null;
  const document = parseYaml(split.value.yaml, { file, firstLine: 1 }, 'numbers-as-text');
  if (!document.ok) return null;
  const fields = (document.value.value ?? {}) as Readonly<Record<string, unknown>>;
  const { section, author, authors, topics, dossiers } = fields;
  return {
    file,
    section: isSlug(section) ? section : null,
    authors: [author, ...(Array.isArray(authors) ? authors : [])].filter(name => typeof name === 'string'),
    // A list with another value in it already has a problem. Leaving that value out would shift the indexes of the rest.
    topics: slugsOrNone(topics),
    dossiers: slugsOrNone(dossiers),
    translations: readAs(schemas.translations, fields.translations) ?? [],
    media: fields.withdrawn === undefined ? namedMedia(fields, split.value.body) : [],
    map: makeMap(readAs(schemas.map, fields.map) ?? undefined, leaveAsTyped),
  };
}

/** The files of photographs and recordings, also of those that lack a description or a title; of a gallery all or none, so that the indexes are right. */
function namedMedia(fields: Readonly<Record<string, unknown>>, body: string): readonly MediaReference[] {
  const image = readImage(fields.image);
  const gallery = (Array.isArray(fields.gallery) ? fields.gallery : []).map(readImage);
  const inText = bodyAddresses(body);
  return mediaOf({
    image,
    gallery: gallery.every(item => item !== null) ? gallery : [],
    video: readRecording(fields.video),
    audio: readRecording(fields.audio),
    bodyImages: inText.images.filter(src => !isElsewhere(src)),
    bodyFiles: inText.files,
  });
}

function readImage(value: unknown): ArticleImage | null {
  const files = readAs(schemas.photograph, value);
  return files && makeImage({ ...files, decoration: true }, leaveAsTyped);
}

function readRecording(value: unknown): ArticleRecording | null {
  const files = readAs(schemas.recording, value);
  return files && makeRecording({ ...files, title: '' }, text => text);
}

/** Stands in for typography, since names are compared as typed. */
function leaveAsTyped(text: string | undefined): string | null {
  return text ?? null;
}

function readAs<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | null {
  const read = schema.safeParse(value);
  return read.success ? read.data : null;
}

function slugsOrNone(value: unknown): readonly string[] {
  return Array.isArray(value) && value.every(isSlug) ? value : [];
}

function isSlug(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}
