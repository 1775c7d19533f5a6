// The YAML parser's error, in English and often lines too late, becomes the likely mistake, in French and at its own offset.
import { YAMLException } from 'js-yaml';
import type { Mistake } from '../problem/problem.ts';
import { shorten } from './shorten.ts';

/** The mistake that the editor most likely made, and its offset in the text. */
export interface YamlMistake extends Mistake {
  readonly offset: number;
}

/** A line of the text, and the offset at which it starts. */
interface Line {
  readonly start: number;
  readonly text: string;
}

/** `  - title: value`. Groups: the text before the value, the name, the value. */
const FIELD = /^(\s*(?:-[ \t]+)*(["']?[\p{L}_][\p{L}\p{N}_-]*["']?)[ \t\u00a0]*:[ \t]+)(\S.*)$/u;
/** `title:value`, but not a web address, whose colon precedes `//`. */
const FIELD_WITHOUT_SPACE = /^\s*(?:-[ \t]+)*[\p{L}_][\p{L}\p{N}_-]*:(?!$|[ \t]|\/\/)/u;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g;
const LOOKS_LIKE_FIELD = /^\s*(?:-[ \t]+)*["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:(?:[ \t]|$)/u;

/** Explains what the parser threw at `text`. */
export function explainYamlFailure(text: string, error: unknown): YamlMistake {
  // Another exception would be a bug of the parser; the editor then gets the general message.
  const [reason, offset] =
    error instanceof YAMLException ? [error.reason, error.mark?.position ?? 0] : ['', 0];
  const mistake = explainYamlError(text, reason, offset);
  return { ...mistake, offset: Math.min(mistake.offset, text.length) };
}

/**
 * Explains why `text` is not YAML.
 * @param reason the parser's message. It helps to choose the explanation, and no editor sees it.
 * @param offset the offset at which the parser stopped.
 */
function explainYamlError(text: string, reason: string, offset: number): YamlMistake {
  const lines = linesUpTo(text, offset);
  return (
    explainLostBracket(lines) ??
    explainReason(reason, text, offset) ??
    explainTab(lines) ??
    explainUnclosedQuote(text, lines, reason) ??
    explainUnclosedBracket(text, lines, reason) ??
    explainBracketBeforeField(lines) ??
    explainLine(lines.at(-1)) ??
    // The parser often stops only at the line after a line that is no field.
    explainLine(lines.at(-2)) ??
    explainIndent(lines) ?? {
      offset: Math.min(offset, text.length),
      rule: 'yaml-syntax',
      message:
        'Cette ligne n’est pas du YAML ; écrivez chaque champ « nom: valeur » sur sa ligne, et mettez entre guillemets une valeur qui contient des signes particuliers.',
    }
  );
}

/** The lines of `text` from the first to the one that contains `offset`. */
function linesUpTo(text: string, offset: number): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= Math.min(offset, text.length)) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    if (start < stop) lines.push({ start, text: text.slice(start, stop) });
    start = stop + 1;
  }
  return lines;
}

/** `topics: [commerce, #x]`: the bracket that closes is part of a comment. */
function explainLostBracket(lines: readonly Line[]): YamlMistake | null {
  for (const { start, text } of lines) {
    if (!text.includes('#')) continue;
    const bare = text.replace(QUOTED, quoted => ' '.repeat(quoted.length));
    const hash = bare.search(/(?<=[\s[{,:])#/);
    if (hash === -1 || !/[\]}]/.test(bare.slice(hash))) continue;
    const before = bare.slice(0, hash);
    if (lastOf(before, '[', '{') > lastOf(before, ']', '}')) return lostInComment(start + hash);
  }
  return null;
}

/** The problem of a `#` behind which a value, or a part of one, is lost. */
export function lostInComment(offset: number): YamlMistake {
  return {
    offset,
    rule: 'yaml-comment',
    message:
      'En YAML, ce qui suit « # » est un commentaire et serait perdu ; mettez toute la valeur entre guillemets ou, pour un vrai commentaire, écrivez-le sur une ligne à lui, après « # » et une espace.',
  };
}

/** The mistakes for which the parser's message suffices. */
function explainReason(reason: string, text: string, offset: number): YamlMistake | null {
  if (reason.startsWith('nesting exceeded')) {
    return {
      offset,
      rule: 'yaml-depth',
      message: 'Trop de listes ou de champs les uns dans les autres ; simplifiez.',
    };
  }
  if (reason.startsWith('unknown escape') || reason.startsWith('expected hexadecimal')) {
    return {
      offset: Math.max(0, text.lastIndexOf('\\', offset)),
      rule: 'yaml-escape',
      message:
        'Entre guillemets doubles, « \\ » ne va que devant certains signes ; doublez-le (« \\\\ ») ou prenez des guillemets simples.',
    };
  }
  if (reason.startsWith('null byte') || reason.startsWith('the stream contains')) {
    return {
      offset,
      rule: 'control-character',
      message: 'Un caractère de contrôle est caché ici ; effacez-le.',
    };
  }
  if (reason.startsWith('missed comma')) {
    return { offset, rule: 'yaml-comma', message: 'Il manque une virgule avant ce signe ; ajoutez-la.' };
  }
  if (reason.endsWith("found ','")) {
    return { offset, rule: 'yaml-comma', message: 'Cette virgule est de trop ; effacez-la.' };
  }
  if (reason.includes('complex keys')) {
    const mark = text.search(/^[ \t]*\?/m);
    return {
      offset: mark === -1 ? offset : mark,
      rule: 'yaml-syntax',
      message:
        'Le nom d’un champ doit être un simple mot ; écrivez « nom: valeur », sans « ? » ni crochets devant.',
    };
  }
  return null;
}

function explainTab(lines: readonly Line[]): YamlMistake | null {
  const line = lines.at(-1);
  const spaces = line?.text.match(/^ *(?=\t)/)?.[0].length;
  if (line === undefined || spaces === undefined) return null;
  return {
    offset: line.start + spaces,
    rule: 'yaml-tab',
    message: 'Cette ligne commence par une tabulation, que YAML refuse ; remplacez-la par deux espaces.',
  };
}

function explainUnclosedQuote(text: string, lines: readonly Line[], reason: string): YamlMistake | null {
  const unclosed = lines.find((line, index) => {
    const value = line.text.match(FIELD)?.[3] ?? line.text.match(/^\s*-[ \t]+(["'].*)$/)?.[1];
    if (value === undefined || !/^(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.test(value)) return false;
    // A quoted text may continue on the next lines. The quote is unclosed if no other follows, or if the next line is a field.
    const following = lines[index + 1]?.text;
    return (
      !closesLater(text, line, value[0]!) || (following !== undefined && LOOKS_LIKE_FIELD.test(following))
    );
  });
  if (unclosed === undefined) {
    if (!/quoted scalar/.test(reason)) return null;
    const quote = reason.includes('double') ? '"' : "'";
    const offset = Math.max(0, text.indexOf(quote));
    return { offset, rule: 'yaml-quotes', message: unclosedQuoteMessage(quote) };
  }
  const offset = unclosed.start + Math.max(0, unclosed.text.search(/["']/));
  return { offset, rule: 'yaml-quotes', message: unclosedQuoteMessage(text[offset]!) };
}

function closesLater(text: string, line: Line, quote: string): boolean {
  return text.indexOf(quote, line.start + line.text.length) !== -1;
}

function unclosedQuoteMessage(quote: string): string {
  return `Ce guillemet ${quote} n’est jamais fermé ; ajoutez ${quote} à la fin de la valeur.`;
}

function explainUnclosedBracket(text: string, lines: readonly Line[], reason: string): YamlMistake | null {
  if (!reason.includes('within a flow collection')) return null;
  const line = lines.find(({ text }) => lastOf(text, '[', '{') > lastOf(text, ']', '}'));
  const offset = line === undefined ? text.search(/[[{]/) : line.start + lastOf(line.text, '[', '{');
  return unclosedBracket(Math.max(0, offset), text[offset] ?? '[');
}

function lastOf(text: string, ...signs: readonly string[]): number {
  return Math.max(...signs.map(sign => text.lastIndexOf(sign)));
}

/** `topics: [a, b` and then another field, or nothing. The parser takes that field for an item of the list, and stops there. */
function explainBracketBeforeField(lines: readonly Line[]): YamlMistake | null {
  for (const [index, line] of lines.entries()) {
    const field = line.text.match(FIELD);
    const open = field?.[3]?.match(/^[[{]/)?.[0];
    const following = lines[index + 1]?.text;
    if (field === null || open === undefined) continue;
    if (!/[\]}]/.test(field[3]!) && (following === undefined || LOOKS_LIKE_FIELD.test(following))) {
      return unclosedBracket(line.start + field[1]!.length, open);
    }
  }
  return null;
}

function unclosedBracket(offset: number, open: string): YamlMistake {
  const close = open === '{' ? '}' : ']';
  return {
    offset,
    rule: 'yaml-bracket',
    message: `Ce « ${open} » n’est jamais fermé ; ajoutez « ${close} » ou, si c’est du texte, mettez toute la valeur entre guillemets.`,
  };
}

/** The common mistakes within one line. */
function explainLine(line: Line | undefined): YamlMistake | null {
  if (line === undefined || /^\s*(?:#|$)/.test(line.text)) return null;
  const glued = line.text.match(FIELD_WITHOUT_SPACE);
  if (glued !== null) {
    const name = glued[0].trim().replace(/^(?:-\s+)+/, '');
    return {
      offset: line.start + glued[0].length,
      rule: 'yaml-space',
      message: `Il manque une espace ordinaire après le deux-points ; écrivez « ${name} … ».`,
    };
  }
  const field = line.text.match(FIELD);
  if (field !== null) return explainValue(line.start + field[1]!.length, field[2]!, field[3]!);
  if (LOOKS_LIKE_FIELD.test(line.text) || /^\s*-(?:\s|$)|[[\]{}]/.test(line.text)) return null;
  return {
    offset: line.start + (line.text.match(/^\s*/)?.[0].length ?? 0),
    rule: 'yaml-syntax',
    message:
      'Cette ligne n’est ni un champ (« nom: valeur ») ni un élément de liste (« - valeur ») ; mettez-la au bout de la ligne d’avant, ou effacez-la.',
  };
}

/** Signs with which YAML lets no plain value begin. */
const RESERVED_FIRST = /^[@`%,\]}&*!?|>-]/;

function explainValue(offset: number, name: string, value: string): YamlMistake | null {
  const mended = `« ${name}: ${quote(value)} »`;
  if (value[0] === '"' || value[0] === "'") {
    const closed = value.match(/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/)?.[0];
    if (closed === undefined || closed.length === value.trimEnd().length) return null;
    const instead =
      value[0] === '"' ? 'écrivez « … » à la française, ou \\"' : "prenez l’apostrophe ’, ou doublez-la ('')";
    return {
      offset: offset + closed.length - 1,
      rule: 'yaml-quotes',
      message: `La valeur se ferme à ce ${value[0]}, et il reste du texte après ; à l’intérieur d’une valeur entre ${value[0]}, ${instead}.`,
    };
  }
  const surplus = value.match(/^(?:\[[^\]]*\]|\{[^}]*\})(?=[\]}][ \t]*$)/)?.[0];
  if (surplus !== undefined) {
    return {
      offset: offset + surplus.length,
      rule: 'yaml-bracket',
      message: `Ce « ${value[surplus.length]} » ne ferme rien ; effacez-le.`,
    };
  }
  if (/^[[{]/.test(value) && /^(?:\[[^\]]*\]|\{[^}]*\})[ \t]*[^\s#]/.test(value)) {
    return {
      offset,
      rule: 'yaml-reserved',
      message: `Une valeur qui commence par « ${value[0]} » est une liste ou un groupe de champs pour YAML ; si c’est du texte, mettez-le entre guillemets : ${mended}.`,
    };
  }
  if (RESERVED_FIRST.test(value)) {
    return {
      offset,
      rule: 'yaml-reserved',
      message: `Une valeur ne peut pas commencer par « ${value[0]} » ; mettez-la entre guillemets : ${mended}.`,
    };
  }
  if (/^[^[{].*:(?:[ \t]|$)/.test(value)) {
    return {
      offset,
      rule: 'yaml-colon',
      message: `Cette valeur contient un deux-points suivi d’une espace ; mettez-la entre guillemets : ${mended}.`,
    };
  }
  return null;
}

/** `value` in quotes, for an example in a message: in single quotes if it contains double ones. A long value is cut. */
function quote(value: string): string {
  const short = shorten(value.trim());
  if (!/["\\]/.test(short)) return `"${short}"`;
  return `'${short.replaceAll("'", "''")}'`;
}

function explainIndent(lines: readonly Line[]): YamlMistake | null {
  const line = lines.at(-1);
  if (line === undefined || !/^\s*(?:-[ \t]|[^\s#[{][^:]*:(?:[ \t]|$))/.test(line.text)) return null;
  const indent = line.text.length - line.text.trimStart().length;
  return {
    offset: line.start + indent,
    rule: 'yaml-indent',
    message:
      'Cette ligne n’est pas alignée avec ses voisines ; donnez le même retrait (des espaces) aux champs d’un même groupe et aux éléments d’une même liste.',
  };
}
