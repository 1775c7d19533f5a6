// The text of an article's file becomes its front matter and its body. Front matter is YAML, and only YAML, between two lines `---`.
import matter from 'gray-matter';
import type { Checked, Problem } from '../problem/problem.ts';
import type { Rule } from '../problem/rule.ts';
import { shorten } from '../source/shorten.ts';

/** The two halves of a file. */
export interface FrontMatter {
  /** Unparsed YAML. It begins with the rest of the file's line 1, after the opening `---`, so its lines have the numbers of the file's. */
  readonly yaml: string;
  /** Markdown. */
  readonly body: string;
  /** The file's line on which `body` begins (1-based). */
  readonly bodyLine: number;
}

/** gray-matter only splits the text. Its engines would parse or even run what an editor wrote, so none of them is left. */
const SPLIT_ONLY = {
  language: 'yaml',
  delimiters: '---',
  excerpt: false,
  engines: {
    yaml: () => ({}),
    json: refuseEngine,
    javascript: refuseEngine,
    js: refuseEngine,
    coffee: refuseEngine,
    toml: refuseEngine,
  },
};

/** gray-matter goes through all blanks that follow a line's end, and from each line's end anew. */
const MANY_BLANKS = /\n\s{200}/;

/** `findFenceProblem` refuses every text that names an engine. If one gets past it, the build stops rather than run the text. */
function refuseEngine(): never {
  throw new Error('Front matter is YAML only.');
}

/**
 * Splits a file's text, with `\n` line ends, and neither runs nor caches any of it. gray-matter caches each text that it
 * gets without options, so it gets options; it runs `---js`, so it only gets texts whose two fences are bare.
 */
export function splitFrontMatter(text: string, file: string): Checked<FrontMatter> {
  const problem = findFenceProblem(text, file);
  if (problem !== null) return { ok: false, problems: [problem] };
  const split = matter(text, SPLIT_ONLY);
  const before = text.slice(0, text.length - split.content.length);
  return {
    ok: true,
    value: { yaml: split.matter, body: split.content, bodyLine: countLines(before) },
  };
}

function countLines(text: string): number {
  let lines = 1;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines++;
  return lines;
}

function findFenceProblem(text: string, file: string): Problem | null {
  const at = (line: number, rule: Rule, message: string): Problem => ({
    file,
    line,
    column: 1,
    rule,
    message,
  });
  if (text.trim() === '') {
    return at(
      1,
      'empty-file',
      'Ce fichier est vide ; écrivez ses champs entre deux lignes « --- », puis son texte.',
    );
  }
  const firstEnd = text.indexOf('\n');
  const first = firstEnd === -1 ? text : text.slice(0, firstEnd);
  if (!first.startsWith('---')) {
    return at(
      1,
      'missing-front-matter',
      'Ce fichier ne commence pas par une ligne « --- » ; écrivez les champs (title et les autres) entre deux lignes « --- », au tout début.',
    );
  }
  const afterFence = first.slice(3).trim();
  if (afterFence.startsWith('-')) {
    return at(
      1,
      'front-matter-fence',
      'La première ligne a plus de trois tirets ; écrivez « --- » exactement.',
    );
  }
  if (afterFence !== '') {
    return at(
      1,
      'front-matter-language',
      `Il reste « ${shorten(afterFence, 30)} » après les trois tirets, mais les champs s’écrivent en YAML et rien ici ne s’exécute ; laissez « --- » seul sur la première ligne.`,
    );
  }
  return findCloseProblem(text, at);
}

function findCloseProblem(
  text: string,
  at: (line: number, rule: Rule, message: string) => Problem,
): Problem | null {
  const close = text.indexOf('\n---');
  if (close === -1) {
    return at(
      1,
      'unclosed-front-matter',
      'Les champs ne sont jamais fermés ; ajoutez une ligne « --- » entre le dernier champ et le texte.',
    );
  }
  const lineEnd = text.indexOf('\n', close + 1);
  const blank = text.slice(0, close).search(MANY_BLANKS);
  if (blank !== -1) {
    return at(
      countLines(text.slice(0, blank + 1)),
      'blank-lines',
      'Trop de lignes vides se suivent ici, dans les champs\u202f; effacez-les.',
    );
  }
  const rest = text.slice(close + 4, lineEnd === -1 ? text.length : lineEnd);
  if (rest.trim() === '') return null;
  return at(
    countLines(text.slice(0, close + 1)),
    'front-matter-fence',
    'La ligne qui ferme les champs doit être « --- » et rien de plus ; corrigez-la (et, si c’est du texte, mettez-le entre guillemets).',
  );
}
