// The first lines of a log become the format in which it is written.
import type { LogFields } from '../site/log-fields-schema.ts';
import { cloudfrontLine, namesFields } from './cloudfront-log.ts';
import { combinedLine } from './combined-log.ts';
import { caddyLine, logpushLine, namedFieldsLine } from './json-log.ts';
import { lineSplitter } from './line-splitter.ts';
import { emptyLine, LINE, type LineParser } from './log-line.ts';

export const LOG_FORMATS = ['named', 'combined', 'caddy', 'cloudfront', 'logpush'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** How many bytes of a log are looked at, at most. */
export const HEAD_LENGTH = 256 * 1024;

/** For one log: it may remember what its lines said. `fields` are the site's names; null: it has none. */
export function parserOf(format: LogFormat, fields: LogFields | null): LineParser {
  if (format === 'named') return fields === null ? () => LINE.malformed : namedFieldsLine(fields);
  if (format === 'cloudfront') return cloudfrontLine();
  return { combined: combinedLine, caddy: caddyLine, logpush: logpushLine }[format];
}

/**
 * The format of which any line is; the site's own comes first, then the one of which most are.
 * @param head the beginning of a log, of which the last line may lack a part.
 * @returns 'empty': there is no line; null: no format fits.
 */
export function formatOf(head: Buffer, fields: LogFields | null): LogFormat | 'empty' | null {
  const lines: string[] = [];
  const splitter = lineSplitter(
    (bytes, start, end) => lines.push(bytes.toString('latin1', start, end)),
    () => lines.push(''),
  );
  splitter.push(head);
  splitter.end();
  if (lines.length === 0) return 'empty';
  if (lines.some(namesFields)) return 'cloudfront';
  const line = emptyLine();
  for (const format of LOG_FORMATS) {
    const parse = parserOf(format, fields);
    const fits = lines.some(text => {
      const bytes = Buffer.from(text, 'latin1');
      return parse(bytes, 0, bytes.length, line) !== LINE.malformed && !Number.isNaN(line.time);
    });
    if (fits) return format;
  }
  return null;
}
