// Fetches what is new today into a page that does not change with the news, once a visit. When nothing comes, the page's links stay alone.
import { store, stored } from './storage.ts';

/** A visit, in milliseconds: for so long a reader who goes on to other old pages sees the same. */
const VISIT = 15 * 60_000;

/** What comes later than this, in milliseconds, would come to a reader who reads. */
const PATIENCE = 10_000;

export function liveFurniture(host: HTMLElement): void {
  const { newest = '', today = '' } = host.dataset;
  void Promise.all([newest, today].map(fragment)).then(texts => {
    const pieces = texts.map(piecesOf);
    host.append(...pieces.flat());
    // What does not come now does not come at all: its place would stay blank. Only what stands below it moves.
    if (pieces.some(({ length }) => length === 0)) host.style.minBlockSize = '0';
  });
}

/** What stands at an address; empty: nothing comes. */
async function fragment(address: string): Promise<string> {
  const [at, ...kept] = stored(address, 'sessionStorage')?.split('\n') ?? [];
  if (Date.now() - Number(at) < VISIT) return kept.join('\n');
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) return '';
    const text = await response.text();
    store(address, `${Date.now()}\n${text}`, 'sessionStorage');
    return text;
  } catch {
    return '';
  }
}

/** The pieces of a fragment; none of a page that a host, or a network that wants a password, gives instead. */
function piecesOf(text: string): readonly Element[] {
  const template = document.createElement('template');
  template.innerHTML = text;
  leaveOutThisPage(template.content);
  return [...template.content.children].filter(({ className }) => className === 'fragment');
}

/** Of the newest articles, one may be the page itself. A ranking of what is read keeps it. */
function leaveOutThisPage(content: DocumentFragment): void {
  const line = content.querySelector(`ul > li:has(> a[href="${location.pathname}"])`);
  const isAlone = line?.parentElement?.childElementCount === 1;
  (isAlone ? line?.closest('section') : line)?.remove();
}
