// A WebVTT file (w3.org/TR/webvtt1, § 4) becomes captions of which browsers show all, or the first mistake with its line.
import { hashOf } from '../hash/hash.ts';
import { type MediaFailure, mediaFailure } from './media-failure.ts';
import { readTextFile } from './text-file.ts';
import { captionsMessages, textFileMessages } from './text-file-messages.ts';

export interface Captions {
  /** `hashOf` the file's bytes. */
  readonly hash: string;
}

/** Lines between two empty lines. */
interface Block {
  readonly lines: readonly string[];
  /** Number of the first line, from 1. */
  readonly line: number;
}

interface Mistake {
  readonly line: number;
  readonly sentence: string;
}

/** In milliseconds. */
interface Times {
  readonly start: number;
  readonly end: number;
}

/** § 4.1: hours are optional, and may have more than two figures. */
const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMES = new RegExp(String.raw`^${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t].*)?$`);

/** SubRip has a comma where WebVTT has a point. */
const SUBRIP_TIMES = /\d,\d{3}\s*-->/;

/** Blocks that must come before the first caption (§ 4.1). */
const BEFORE_CAPTIONS = /^(STYLE|REGION)[ \t]*$/;
const COMMENT = /^NOTE(?:[ \t]|$)/;

/** @param name of the file, for the message. */
export function readCaptions(
  bytes: Uint8Array,
  name: string,
): { readonly ok: true; readonly captions: Captions } | MediaFailure {
  const read = readTextFile(bytes, name, 'bad-captions');
  if (!read.ok) return read;
  const mistake = findMistake(read.text);
  return mistake === null
    ? { ok: true, captions: { hash: hashOf(bytes) } }
    : mediaFailure({
        rule: 'bad-captions',
        message: textFileMessages.atLine(name, mistake.line, mistake.sentence),
      });
}

function findMistake(text: string): Mistake | null {
  const lines = text.split('\n');
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0]!)) {
    const sentence = SUBRIP_TIMES.test(text) ? captionsMessages.subRip : captionsMessages.noSignature;
    return { line: 1, sentence };
  }
  const [header, ...blocks] = blocksOf(lines);
  const crowded = header!.lines.findIndex(line => line.includes('-->'));
  if (crowded !== -1) return { line: crowded + 1, sentence: captionsMessages.noBlankLine };
  return findMistakeInBlocks(blocks);
}

function findMistakeInBlocks(blocks: readonly Block[]): Mistake | null {
  let latest: number | null = null;
  for (const block of blocks) {
    const [first] = block.lines;
    if (COMMENT.test(first!)) continue;
    const early = BEFORE_CAPTIONS.exec(first!)?.[1];
    if (early !== undefined) {
      if (latest === null) continue;
      return { line: block.line, sentence: captionsMessages.lateStyle(early) };
    }
    const cue = readCue(block, latest ?? 0);
    if ('sentence' in cue) return cue;
    latest = cue.start;
  }
  return latest === null ? { line: 1, sentence: captionsMessages.noCue } : null;
}

/** @param earliest start of the caption before, in milliseconds. */
function readCue({ lines, line }: Block, earliest: number): Times | Mistake {
  // A first line without an arrow is the caption's name.
  const at = lines[0]!.includes('-->') ? 0 : 1;
  const timesLine = lines[at];
  if (timesLine === undefined || !timesLine.includes('-->'))
    return { line, sentence: captionsMessages.strayText(lines[0]!) };
  const times = readTimes(timesLine);
  const mistake = (sentence: string): Mistake => ({ line: line + at, sentence });
  if (times === null) return mistake(captionsMessages.badTimes(timesLine));
  if (times.end <= times.start) return mistake(captionsMessages.endsBeforeStart);
  if (times.start < earliest) return mistake(captionsMessages.startsTooEarly);
  if (lines.length === at + 1) return mistake(captionsMessages.noText);
  const inside = lines.findIndex((each, index) => index > at && each.includes('-->'));
  return inside === -1 ? times : { line: line + inside, sentence: captionsMessages.crowded };
}

function readTimes(line: string): Times | null {
  const found = TIMES.exec(line);
  return found === null
    ? null
    : { start: milliseconds(found.slice(1, 5)), end: milliseconds(found.slice(5, 9)) };
}

function milliseconds([hours = '0', minutes, seconds, rest]: readonly (string | undefined)[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: { lines: string[]; line: number }[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    if (line === '') isOpen = false;
    else if (isOpen) blocks.at(-1)!.lines.push(line);
    else {
      blocks.push({ lines: [line], line: index + 1 });
      isOpen = true;
    }
  }
  return blocks;
}
