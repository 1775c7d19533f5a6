// The reply of a server becomes an answer: done, or refused and why. What all of them mean by a status stands here; what one alone means, in its file.
import { isWorthAnotherTry, pauseAskedFor } from '../asking/retry-after.ts';
import type { Censor } from '../asking/without-secrets.ts';
import type { NoReply, Reply } from './exchange.ts';
import type { Answer, RefusalReason } from './purger.ts';

/** By the meaning that RFC 9110, § 15, and RFC 6585, § 4, give them. */
const REASONS: Readonly<Record<number, RefusalReason>> = {
  401: 'credentials',
  403: 'credentials',
  404: 'unknown-zone',
  410: 'unknown-zone',
  408: 'unreachable',
  413: 'limit',
  429: 'limit',
  501: 'not-offered',
  505: 'not-offered',
};

/** @param now in ms, to know how far away the hour of a `Retry-After` is. */
export function answerOf(reply: Reply | NoReply, clean: Censor, now: number): Answer {
  if ('cause' in reply) return { ok: false, reason: 'unreachable', detail: clean(reply.cause), again: true };
  const { status, headers, text } = reply;
  if (status >= 200 && status < 300) return { ok: true };
  const reason = REASONS[status] ?? (status >= 500 ? 'unreachable' : 'other');
  const notBefore = pauseAskedFor(headers['retry-after'], now);
  return {
    ok: false,
    reason,
    detail: clean(`HTTP ${status} ${isPage(headers) ? '' : text}`),
    again: isWorthAnotherTry(status),
    ...(notBefore === null ? {} : { notBefore }),
  };
}

/** Markup says nothing on a terminal. */
function isPage(headers: Reply['headers']): boolean {
  return String(headers['content-type'] ?? '').startsWith('text/html');
}

/** The reply's JSON; null: it is none. */
export function jsonOf({ text }: Reply): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
