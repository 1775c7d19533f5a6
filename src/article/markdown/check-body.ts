// The Markdown of an article becomes the list of its mistakes, each with its place and how to mend it.
import type { Rule } from '../../problem/rule.ts';
import type { Position } from '../../source/position.ts';
import { isAllowedLink, isElsewhere, schemeOf } from './allowed-links.ts';
import { bodyMessages } from './body-messages.ts';
import { makePositionFinder, type PositionFinder } from './body-position.ts';
import type { BodyProblem } from './body-problem.ts';
import type { Token } from './body-step.ts';
import { mayContainMistake, SPACED_IMAGE } from './body-suspicions.ts';
import { makeParser } from './parser.ts';

export type { BodyProblem } from './body-problem.ts';

/**
 * Sees what rendering hides: HTML as tags, refused addresses as links, definitions of notes where they stand. Blocks of
 * HTML are off, so that the text around a tag is checked as it will be shown.
 */
const parser = makeParser({ html: true, linkify: false, isAllowedLink: () => true }).disable([
  'html_block',
  'footnote_tail',
]);

/** What one check looks at, and where it leaves what it finds. */
interface Checking {
  readonly tokens: readonly Token[];
  readonly lines: readonly string[];
  readonly places: PositionFinder;
  readonly report: (place: Position, rule: Rule, message: string) => void;
}

const CHECKS: readonly ((checking: Checking) => void)[] = [
  checkHtml,
  checkHeadings,
  checkImages,
  checkImageNames,
  checkLinks,
  checkNotes,
  checkFences,
];

/**
 * Finds every mistake in a body, in the order of lines.
 *
 * `firstLine` is the line of the file on which the body begins, 1-based. Text that looks like a template (`{{ … }}`) is
 * plain text, and no mistake. Never throws.
 */
export function checkBody(body: string, firstLine: number): readonly BodyProblem[] {
  return mayContainMistake(body) ? findProblems(body, firstLine) : [];
}

/** The same without the quick look: for those bodies that may hold a mistake. */
export function findProblems(body: string, firstLine: number): readonly BodyProblem[] {
  const lines = body.split('\n');
  const problems: BodyProblem[] = [];
  const checking: Checking = {
    tokens: parser.parse(body, {}),
    lines,
    places: makePositionFinder(lines, firstLine),
    report: ({ line, column }, rule, message) => problems.push({ line, column, rule, message }),
  };
  for (const check of CHECKS) check(checking);
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

interface Piece {
  readonly token: Token;
  /** The lines of the block around it, counted from 0, the last one not included. */
  readonly start: number;
  readonly end: number;
}

/** Every inline token with the lines of its block, images' descriptions and cells of tables included. */
function* eachPiece({ tokens, lines }: Checking): Generator<Piece> {
  let map: readonly [number, number] = [0, lines.length];
  for (const block of tokens) {
    if (block.map) map = block.map;
    for (const token of block.children ?? []) yield* withDescription(token, map[0], map[1]);
  }
}

function* withDescription(token: Token, start: number, end: number): Generator<Piece> {
  yield { token, start, end };
  for (const child of token.children ?? []) yield* withDescription(child, start, end);
}

/** One problem for an element, at its opening tag; a closing tag is named only if nothing opened it. */
function checkHtml(checking: Checking): void {
  const opened = new Set<string>();
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type === 'html_inline') {
      const [, slash, name] = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(token.content) ?? [];
      const place = checking.places.find(firstLineOf(token.content), start, end);
      if (name === undefined) checking.report(place, 'html-in-body', bodyMessages.comment());
      else if (slash === '' || !opened.has(name.toLowerCase())) {
        opened.add(name.toLowerCase());
        checking.report(place, 'html-in-body', bodyMessages.html(`<${slash}${name}>`, name.toLowerCase()));
      }
    } else if (token.type === 'text' && token.content.includes('<!--')) {
      // A comment that goes on after an empty line is no comment to Markdown, but to its editor it is.
      checking.report(checking.places.find('<!--', start, end), 'html-in-body', bodyMessages.comment());
    }
  }
}

function firstLineOf(text: string): string {
  return text.split('\n', 1)[0]!;
}

function checkHeadings({ tokens, places, report }: Checking): void {
  let previous = 1;
  for (const token of tokens) {
    if (token.type !== 'heading_open') continue;
    const level = Number(token.tag.slice(1));
    const place = places.lineStart(token.map?.[0] ?? 0);
    if (level === 1) report(place, 'heading-level', bodyMessages.titleInBody());
    else if (level > previous + 1)
      report(place, 'heading-level', bodyMessages.skippedLevel(level, previous + 1));
    previous = level;
  }
}

function checkImages(checking: Checking): void {
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type !== 'image') continue;
    const place = checking.places.find('![', start, end);
    if (!token.content.trim()) {
      checking.report(place, 'image-alt', bodyMessages.imageAlt(String(token.attrGet('src'))));
    }
    // Readers' browsers ask nobody else for anything (design, rule 7).
    const src = String(token.attrGet('src'));
    if (isAllowedLink(src) && isElsewhere(src)) {
      checking.report(place, 'image-elsewhere', bodyMessages.imageElsewhere(src));
    }
  }
}

/** A name with spaces ends Markdown's address at the first of them (CommonMark, section 6.3): the image stays text. */
function checkImageNames(checking: Checking): void {
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type !== 'text') continue;
    for (const [written, description, name] of token.content.matchAll(SPACED_IMAGE)) {
      const place = checking.places.find(written, start, end);
      checking.report(place, 'image-name', bodyMessages.imageName(description!, name!.trim()));
    }
  }
}

function checkLinks(checking: Checking): void {
  for (const { token, start, end } of eachPiece(checking)) {
    const address =
      token.type === 'image'
        ? token.attrGet('src')
        : token.type === 'link_open'
          ? token.attrGet('href')
          : null;
    if (address === null || isAllowedLink(String(address))) continue;
    const scheme = schemeOf(String(address));
    const refused = scheme !== null && scheme !== '' && !/^(?:https?|mailto|tel)$/.test(scheme);
    const place = placeOfAddress(checking, String(address), scheme, start, end);
    const message = refused ? bodyMessages.linkScheme(scheme) : bodyMessages.badLink(String(address));
    checking.report(place, 'link-scheme', message);
  }
}

/** An address may come from a definition elsewhere, and be written in other letters than it is read. */
function placeOfAddress(
  checking: Checking,
  address: string,
  scheme: string | null,
  start: number,
  end: number,
): Position {
  const { lines, places } = checking;
  const written = [address, `${scheme}:`].find(text => lines.some(line => line.includes(text)));
  if (written === undefined) return places.lineStart(start);
  const inBlock = lines.slice(start, end).some(line => line.includes(written));
  return inBlock ? places.find(written, start, end) : places.find(written, 0, lines.length);
}

const NOTE_CALL = /\[\^([^\]\s]+)\]/g;

function checkNotes(checking: Checking): void {
  const { lines, places, report } = checking;
  const called = new Set<string>();
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type === 'footnote_ref' && token.meta?.label) called.add(String(token.meta.label));
    if (token.type !== 'text') continue;
    for (const [call, label] of token.content.matchAll(NOTE_CALL)) {
      report(places.find(call, start, end), 'footnote', bodyMessages.unknownNote(label!));
    }
  }
  const defined = new Set<string>();
  for (const token of checking.tokens) {
    if (token.type !== 'footnote_reference_open') continue;
    const label = String(token.meta?.label);
    const place = places.find(`[^${label}]:`, 0, lines.length);
    if (defined.has(label)) report(place, 'footnote', bodyMessages.noteTwice(label));
    else if (!called.has(label)) report(place, 'footnote', bodyMessages.unusedNote(label));
    defined.add(label);
  }
}

function checkFences({ tokens, lines, places, report }: Checking): void {
  for (const token of tokens) {
    if (token.type !== 'fence' || !token.map) continue;
    const [start, end] = token.map;
    const last = (lines[end - 1] ?? '').replace(/^[\s>]+/, '').trimEnd();
    const closed = end - start > 1 && last.length >= token.markup.length && isOnly(last, token.markup[0]!);
    if (!closed) report(places.lineStart(start), 'code-fence', bodyMessages.openFence(token.markup));
  }
}

function isOnly(text: string, char: string): boolean {
  return [...text].every(one => one === char);
}
