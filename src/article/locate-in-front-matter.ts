// A field's path becomes its place in the article's file, for problems found when all articles are seen together.
import type { Position } from '../source/position.ts';
import { type Path, parseYaml } from '../source/yaml-document.ts';
import { splitFile } from './read-article.ts';

/**
 * Where the field at `path` (`['topics', 1]`) stands in the file whose bytes these are; its nearest surroundings when
 * it is not written; the file's beginning when the front matter cannot be read, or the path is empty: the file as a whole.
 */
export function locateInFrontMatter(bytes: Uint8Array, path: Path): Position {
  if (path.length === 0) return { line: 1, column: 1 };
  const split = splitFile('', bytes);
  const document = split.ok
    ? parseYaml(split.value.yaml, { file: '', firstLine: 1 }, 'numbers-as-text')
    : split;
  return document.ok ? document.value.locate(path) : { line: 1, column: 1 };
}
