// A field's path becomes its position in the article's file, for problems that show only when all articles are read.
import type { Position } from '../source/position.ts';
import { type Path, parseYaml, type YamlDocument } from '../source/yaml-document.ts';
import { splitFile } from './read-article.ts';

/**
 * Finds the position of the field at a path (`['topics', 1]`) in the file with these bytes, which is parsed once. A field that is
 * not there has the position of the nearest field around it. An empty path, which stands for the whole file, and front matter that
 * cannot be parsed give the file's beginning.
 */
export function frontMatterFinder(bytes: Uint8Array): (path: Path) => Position {
  const split = splitFile('', bytes);
  const document = split.ok
    ? parseYaml(split.value.yaml, { file: '', firstLine: 1 }, 'numbers-as-text')
    : split;
  return path => {
    if (!document.ok || path.length === 0) return { line: 1, column: 1 };
    return document.value.locate(isSignedOnce(document.value, path) ? ['author'] : path);
  };
}

/** Whether what is looked for as one of `authors` is written as `author`. */
function isSignedOnce({ value }: YamlDocument, [field]: Path): boolean {
  return field === 'authors' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'author');
}
