// An address of a provider becomes the JSON that is there, or in the words of weather why there is none.
import { askForJson, type JsonReply, parsedJson } from '../asking/ask-for-json.ts';
import type { Censor } from '../asking/without-secrets.ts';
import { MINUTE } from '../time/durations.ts';
import { type AskingTools, type Failure, type FailureReason, failure } from './provider.ts';

export interface Question {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of whatever is told of the answer. */
  readonly clean: Censor;
}

/** In bytes: more than fifty cities need. */
const LONGEST_BODY = 4 * 1024 * 1024;

/** By the meaning that RFC 9110, § 15, and RFC 6585, § 4, give them. */
const REASONS: Readonly<Record<number, FailureReason>> = {
  400: 'bad-request',
  401: 'refused',
  403: 'refused',
  404: 'bad-request',
  408: 'unreachable',
  422: 'bad-request',
  429: 'limit',
};

/** Whether the provider would say the same of any other city. */
export function isOfAll({ reason }: Failure): boolean {
  return ['limit', 'refused', 'late'].includes(reason);
}

export async function ask(question: Question, tools: AskingTools): Promise<JsonReply | Failure> {
  if (tools.pace.now() >= tools.until) return failure('late');
  const answer = await askForJson({ ...question, longest: LONGEST_BODY, wordsIn: reasonIn }, tools);
  if (answer.ok) return answer;
  const { status, detail, notBefore } = answer;
  const pause = notBefore === undefined ? null : tools.pace.now() + notBefore;
  return failure(reasonOf(status), detail, pause);
}

function reasonOf(status: number | null): FailureReason {
  if (status === null) return 'unreachable';
  return status >= 200 && status <= 299 ? 'not-understood' : (REASONS[status] ?? 'unreachable');
}

/** `{"error": true, "reason": "…"}` is Open-Meteo's form; others send pages, which say nothing on a terminal. */
function reasonIn(text: string): string {
  const said = parsedJson(text);
  const reason = typeof said === 'object' && said !== null && 'reason' in said ? said.reason : '';
  return typeof reason === 'string' ? reason : '';
}

/** All pauses and requests of one command, in ms. */
export const PATIENCE = MINUTE;
