// Fetches what is new today into a page that does not change with the news, once a visit. When nothing comes, the page's links stay alone.
import { contentOf, fragment } from './fragment.ts';

export function liveFurniture(host: HTMLElement): void {
  const { newest = '', today = '' } = host.dataset;
  void Promise.all([newest, today].map(fragment)).then(texts => {
    const pieces = texts.map(piecesOf);
    host.append(...pieces.flat());
    // What does not come now does not come at all: its place would stay blank. Only what stands below it moves.
    if (pieces.some(({ length }) => length === 0)) host.style.minBlockSize = '0';
  });
}

/** The pieces of a fragment; none of a page that a host, or a network that wants a password, gives instead. */
function piecesOf(text: string | null): readonly Element[] {
  const content = contentOf(text ?? '');
  leaveOutThisPage(content);
  return [...content.children].filter(({ className }) => className === 'fragment');
}

/** Of the newest articles, one may be the page itself. A ranking of what is read keeps it. */
function leaveOutThisPage(content: DocumentFragment): void {
  const line = content.querySelector(`ul > li:has(> a[href="${location.pathname}"])`);
  const isAlone = line?.parentElement?.childElementCount === 1;
  (isAlone ? line?.closest('section') : line)?.remove();
}
