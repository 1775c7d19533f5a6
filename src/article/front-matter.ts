// An article's file becomes its front matter and its body. Front matter is YAML between two lines `---`, and only that.
import matter from 'gray-matter';
import type { Checked, Problem } from '../problem/problem.ts';

/** The two halves of a file. */
export interface FrontMatter {
  /** YAML, not yet read. It begins on the file's line 1, with what follows the opening `---`: so lines count as in the file. */
  readonly yaml: string;
  /** Markdown. */
  readonly body: string;
  /** The file's line on which `body` begins (1-based). */
  readonly bodyLine: number;
}

/** Splitting is all that is asked of gray-matter: no engine of its own may see what an editor wrote. */
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

/** The checks before the split leave no way here; if one is found, this file is not read rather than run. */
function refuseEngine(): never {
  throw new Error('Front matter is YAML only.');
}

/**
 * Splits a file's text, with `\n` line ends. Nothing of it is run or kept: gray-matter caches what it is given without
 * options and evaluates `---js`, so it gets options, and only text whose two fences are bare.
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
  const at = (line: number, rule: string, message: string): Problem => ({
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
    const language = afterFence.length > 30 ? `${afterFence.slice(0, 29)}…` : afterFence;
    return at(
      1,
      'front-matter-language',
      `Il reste « ${language} » après les trois tirets, mais les champs s’écrivent en YAML et rien ici ne s’exécute ; laissez « --- » seul sur la première ligne.`,
    );
  }
  return findCloseProblem(text, at);
}

function findCloseProblem(
  text: string,
  at: (line: number, rule: string, message: string) => Problem,
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
  const rest = text.slice(close + 4, lineEnd === -1 ? text.length : lineEnd);
  if (rest.trim() === '') return null;
  return at(
    countLines(text.slice(0, close + 1)),
    'front-matter-fence',
    'La ligne qui ferme les champs doit être « --- » et rien de plus ; corrigez-la (et, si c’est du texte, mettez-le entre guillemets).',
  );
}
