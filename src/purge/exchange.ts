// One request over HTTP becomes the whole reply, or why there is none. Node's own client, since `fetch` keeps the header `Host` for itself.
import { request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';

export interface Request {
  readonly method: 'POST' | 'PURGE' | 'BAN';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** There is no whole reply. */
export interface NoReply {
  /** `ECONNREFUSED` and the like, or `timeout`. */
  readonly cause: string;
}

export type Exchange = (request: Request) => Promise<Reply | NoReply>;

/** From the first byte that is sent to the last that comes, in ms. */
const TIME_LIMIT = 15_000;

/** In bytes: no answer that says something is longer. What follows is not waited for. */
const LONGEST_REPLY = 65_536;

/** Redirections are not followed: what proves who we are goes to nobody else. `timeLimit` is in ms. */
export function exchange(
  { method, url, headers, body = '' }: Request,
  timeLimit: number = TIME_LIMIT,
): Promise<Reply | NoReply> {
  return new Promise(resolve => {
    const request = (url.startsWith('https:') ? requestSecurely : requestPlainly)(url, {
      method,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    });
    const clock = setTimeout(() => {
      end({ cause: 'timeout' });
      request.destroy();
    }, timeLimit);
    const end = (result: Reply | NoReply): void => {
      clearTimeout(clock);
      resolve(result);
    };
    const fail = (error: NodeJS.ErrnoException): void => end({ cause: error.code ?? error.name });
    request.on('error', fail);
    request.on('response', response => {
      const pieces: Buffer[] = [];
      let length = 0;
      const finish = (): void =>
        end({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(pieces).toString(),
        });
      response.on('error', fail);
      response.on('data', (piece: Buffer) => {
        pieces.push(piece);
        length += piece.length;
        if (length < LONGEST_REPLY) return;
        finish();
        request.destroy();
      });
      response.on('end', finish);
    });
    request.end(body);
  });
}
