// The theme's templates to the mistakes that keep one of them from being compiled, each at its place in the file as typed.
import nunjucks from 'nunjucks';
import { atHand } from '../../cache/at-hand.ts';
import { themeMessages } from '../../locale/theme-messages.ts';
import type { Problem } from '../../problem/problem.ts';
import { positionAt } from '../../source/position.ts';
import { createEnvironment } from '../../theme/environment.ts';
import type { FilterNames } from './owner-filters.ts';
import { type TemplateTexts, templatesOfArchive } from './templates.ts';
import { type KnownNames, unknownNames } from './unknown-names.ts';

/**
 * All of them, those that Eleventy renders too: at a mistake in a partial of its own page Eleventy only leaves the partial out.
 * `added` are the filters of the owner's settings; null: they may add any. The problems name files below the theme folder.
 */
export function checkTemplates(texts: TemplateTexts, added: FilterNames | null): readonly Problem[] {
  const env = createEnvironment([]);
  const known = knownNames(env, added);
  const ours = templatesOfArchive(texts);
  const problems: Problem[] = [];
  for (const [name, text] of texts) {
    const mistake = syntaxMistake(text);
    // Eleventy's pages may have tags of the owner's (shortcodes), which only Eleventy knows.
    if (mistake?.unknownTag && !mistake.unknownTag.startsWith('end') && name.startsWith('eleventy/'))
      continue;
    const mistakes = mistake
      ? [mistake]
      : [...missingTemplates(text, texts), ...unknownNames(text, !ours.has(name), known)];
    for (const { line, column, message } of mistakes)
      problems.push({ file: name, line, column, rule: 'template', message });
  }
  return problems;
}

function knownNames(env: nunjucks.Environment, added: FilterNames | null): KnownNames {
  // Nunjucks keeps them under these names; its types do not know them.
  const { filters, tests } = env as unknown as Readonly<Record<'filters' | 'tests', object>>;
  return {
    tests: new Set(Object.keys(tests)),
    filters: added && { ...added, everywhere: new Set([...Object.keys(filters), ...added.everywhere]) },
  };
}

interface PlacedMessage extends Pick<Problem, 'line' | 'column' | 'message'> {
  /** The tag that Nunjucks does not know, when that is the mistake. */
  readonly unknownTag?: string | undefined;
}

/** As many as are at hand; a theme has fewer. */
const TEMPLATES_AT_HAND = 200;

/** Of the text alone: a process that checks again, after another edit, tries only what was edited. */
const syntaxMistake = atHand((text): PlacedMessage | null => {
  try {
    nunjucks.precompileString(text, { name: 'a template', env: createEnvironment([]) });
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return explain(text, error.message);
  }
}, TEMPLATES_AT_HAND);

/** « (x.njk) [Line 2, Column 7] », and on the next line what Nunjucks has to say. */
const NUNJUCKS_MESSAGE = /^\([^\n]*\)(?: \[Line (\d+), Column (\d+)\])?\s*(?:Error: )?([\s\S]*)$/;

function explain(text: string, said: string): PlacedMessage {
  const [, line, column, detail = said] = NUNJUCKS_MESSAGE.exec(said) ?? [];
  const open = unclosedMark(text);
  if (open)
    return { ...positionAt(text, open.index, 1), message: themeMessages.templateOpen(open.mark, open.close) };
  const unended = unendedTag(text);
  if (unended && /end of file/.test(detail))
    return {
      ...positionAt(text, unended.index, 1),
      message: themeMessages.templateOpen(unended.mark, unended.close),
    };
  const lines = text.split('\n');
  // Nunjucks tells no place of what is wrong with the template as a whole.
  const place = line === undefined ? { line: 1, column: 1 } : { line: Number(line), column: Number(column) };
  const written = line === undefined ? '' : (lines[place.line - 1] ?? '').trim();
  const unknown = /unknown block tag: (\w+)/.exec(detail)?.[1];
  return {
    ...place,
    unknownTag: unknown,
    message:
      unknown === undefined
        ? themeMessages.template(written, detail.trim().replace(/\.$/, ''))
        : themeMessages.templateTag(unknown),
  };
}

interface Unclosed {
  readonly index: number;
  /** What was opened, as typed. */
  readonly mark: string;
  /** What would close it. */
  readonly close: string;
}

const CLOSING: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/** The first `{{`, `{%` or `{#` without its end, or with another of them before its end. */
function unclosedMark(text: string): Unclosed | null {
  const withoutRaw = text.replace(RAW, raw => raw.replace(/[{}%#]/g, ' '));
  for (const { 0: mark, index } of withoutRaw.matchAll(/\{[{%#]/g)) {
    const close = CLOSING[mark]!;
    const end = withoutRaw.indexOf(close, index);
    const inner = mark === '{#' ? -1 : withoutRaw.slice(index + 2).search(/\{[{%]/);
    if (end === -1 || (inner !== -1 && index + 2 + inner < end))
      return { index, mark: text.slice(index).split('\n')[0]!.trim(), close };
  }
  return null;
}

const RAW = /\{%-?\s*(raw|verbatim)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/g;

const TAG = /\{%-?\s*(end)?(if|for|block|macro|call|filter|raw|verbatim)\b[\s\S]*?%\}/g;

/** The innermost tag that is open at the end. */
function unendedTag(text: string): Unclosed | null {
  const open: { readonly name: string; readonly index: number; readonly mark: string }[] = [];
  for (const { 0: mark, 1: end, 2: name, index } of text.matchAll(TAG)) {
    if (end === undefined) open.push({ name: name!, index, mark });
    else if (open.at(-1)?.name === name) open.pop();
  }
  const last = open.at(-1);
  return last ? { index: last.index, mark: last.mark, close: `{% end${last.name} %}` } : null;
}

const NAMED = /\{%-?\s*(?:extends|include|import|from)\s+(["'])([^"']+)\1(?![^%]*ignore missing)/g;

function missingTemplates(text: string, texts: TemplateTexts): readonly PlacedMessage[] {
  return [...text.matchAll(NAMED)]
    .filter(([, , name]) => !texts.has(name!))
    .map(({ 0: tag, 2: name, index }) => ({
      ...positionAt(text, index + tag.indexOf(name!), 1),
      message: themeMessages.templateMissing(name!),
    }));
}
