// Readers at addresses of their own: forms that reach a service from the loopback network of this machine, each by a connection of its own.
import { request } from 'node:http';

export interface Reader {
  /** `127.5.6.7`: any of 127.0.0.0/8. */
  readonly from: string;
  /** The origin of the page that has the form. */
  readonly site: string;
  readonly agent?: string;
  readonly cookie?: string;
}

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly cookie: string;
  readonly text: string;
}

/** Sends a form, or asks for a page where there are no fields. Rejects when the connection ends before the answer. */
export function ask(
  { from, site, agent = 'Navigateur/1.0', cookie = '' }: Reader,
  url: string,
  fields: Readonly<Record<string, string>> | null = null,
): Promise<Answer> {
  const body = fields === null ? '' : new URLSearchParams(fields).toString();
  const headers = {
    'User-Agent': agent,
    ...(cookie !== '' && { Cookie: cookie }),
    ...(fields !== null && {
      Origin: site,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    }),
  };
  return new Promise((resolve, reject) => {
    const method = fields === null ? 'GET' : 'POST';
    const sent = request(url, { method, headers, localAddress: from, agent: false }, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', part => (text += part));
      response.on('error', reject);
      response.on('close', () => {
        if (!response.complete) return reject(new Error('half an answer'));
        const { location = '', 'set-cookie': cookies = [] } = response.headers;
        resolve({ status: response.statusCode!, location, cookie: cookies[0]?.split(';')[0] ?? '', text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The address of the `at`-th of 60,000 readers, each in a network (/24) of their own. */
export function addressOf(at: number): string {
  return `127.${1 + (Math.floor(at / 250) % 250)}.${1 + (at % 250)}.7`;
}
