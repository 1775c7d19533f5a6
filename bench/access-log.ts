// A number of lines and a seed become the access log of a busy day, in the combined format: the same two give the same bytes.
import { closeSync, openSync, writeSync } from 'node:fs';
import { between, oneOf, type Random, randomFrom } from './random.ts';

/** Of the day that the log is of, at midnight in UTC. */
export const DAY_STARTS = Date.UTC(2014, 4, 20);
const DAY = 86_400_000;

const ARTICLES = 20_000;
const SECTIONS = ['chine', 'monde', 'economie', 'sport', 'culture', 'sciences', 'afrique', 'environnement'];

const BROWSERS = [
  (n: number) =>
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${120 + (n % 20)}.0.${n % 7}.0 Safari/537.36`,
  (n: number) =>
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_${n % 7} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.${n % 7} Mobile/15E148 Safari/604.1`,
  (n: number) =>
    `Mozilla/5.0 (Linux; Android ${10 + (n % 5)}; SM-A${100 + (n % 90)}B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${110 + (n % 30)}.0.0.0 Mobile Safari/537.36`,
  (n: number) =>
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:${100 + (n % 40)}.0) Gecko/20100101 Firefox/${100 + (n % 40)}.0`,
] as const;

const PROGRAMS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'curl/8.5.0',
  'python-requests/2.31.0',
] as const;

const FILES = [
  '/assets/quotidien.3f0a91bc22de.css',
  '/assets/quotidien.81bd0c44a9ef.js',
  '/assets/serif.0badc0ffee12.woff2',
  '/favicon.svg',
  '/images/8f/port-de-tianjin.640.webp',
] as const;

/** Writes the log. */
export function writeAccessLog(path: string, lines: number, seed: number): void {
  const random = randomFrom(seed);
  const file = openSync(path, 'w');
  try {
    let text = '';
    for (let line = 0; line < lines; line++) {
      text += `${logLine(random, DAY_STARTS + Math.floor((line / lines) * DAY))}\n`;
      if (text.length > 1_000_000) {
        writeSync(file, text);
        text = '';
      }
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** In a hundred requests sixty for articles, of which readers make nine in ten. */
function logLine(random: Random, time: number): string {
  const what = random();
  const isProgram = random() < 0.1;
  const agent = isProgram ? oneOf(random, PROGRAMS) : oneOf(random, BROWSERS)(between(random, 0, 999));
  const path =
    what < 0.6 ? article(random) : what < 0.9 ? oneOf(random, FILES) : `/${oneOf(random, SECTIONS)}/`;
  const status = random() < 0.03 ? 404 : random() < 0.1 ? 304 : 200;
  const referrer = random() < 0.3 ? '-' : `https://portail.example/${oneOf(random, SECTIONS)}/`;
  return `${client(random)} - - [${stamp(time)}] "GET ${path} HTTP/1.1" ${status} ${between(random, 300, 60_000)} "${referrer}" "${agent}"`;
}

/** The n-th article is read 1/n times as often as the first, or thereabouts. */
function article(random: Random): string {
  const n = Math.floor(ARTICLES ** random());
  const day = String(1 + (n % 20)).padStart(2, '0');
  return `/${SECTIONS[n % SECTIONS.length]}/2014/05/${day}/article-numero-${n}-du-journal.html${n % 7 === 0 && random() < 0.3 ? '?utm_source=lettre' : ''}`;
}

function client(random: Random): string {
  if (random() < 0.3) {
    const group = (): string => between(random, 0, 0xffff).toString(16);
    return `2a01:${between(random, 0x100, 0xfff).toString(16)}:${group()}:${group()}::${group()}`;
  }
  return `${between(random, 1, 223)}.${between(random, 0, 255)}.${between(random, 0, 255)}.${between(random, 1, 254)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
let lastTime = Number.NaN;
let lastStamp = '';

function stamp(time: number): string {
  const second = Math.floor(time / 1000);
  if (second !== lastTime) {
    lastTime = second;
    const date = new Date(second * 1000);
    const two = (number: number): string => String(number).padStart(2, '0');
    const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
    lastStamp = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${clock} +0000`;
  }
  return lastStamp;
}
