// What a faulty article names all the same: its section, topics and dossiers, so that mistakes there show in the same run.
import { parseYaml } from '../source/yaml-document.ts';
import type { Article } from './article.ts';
import { splitFile } from './read-article.ts';

/** What an article names that is defined elsewhere. */
export type References = Pick<Article, 'file' | 'section' | 'topics' | 'dossiers'>;

/** The names that can be read; null when the front matter can't, or has no section. */
export function readReferences(file: string, bytes: Uint8Array): References | null {
  const split = splitFile(file, bytes);
  if (!split.ok) return null;
  const document = parseYaml(split.value.yaml, { file, firstLine: 1 }, 'numbers-as-text');
  if (!document.ok) return null;
  const { section, topics, dossiers } = (document.value.value ?? {}) as Readonly<Record<string, unknown>>;
  if (!isSlug(section)) return null;
  // A list with something else in it is a mistake of its own, and places in it would be wrong.
  return { file, section, topics: slugsOrNone(topics), dossiers: slugsOrNone(dossiers) };
}

function slugsOrNone(value: unknown): readonly string[] {
  return Array.isArray(value) && value.every(isSlug) ? value : [];
}

function isSlug(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}
