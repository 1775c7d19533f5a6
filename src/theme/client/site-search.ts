// Searches articles in the reader's browser, newest month first. Without JavaScript the page links to the archives.
import { part } from './element.ts';
import { wordsOf } from './matching.ts';
import { foundIn, type Row } from './search-months.ts';

/** How many results appear before the reader has to press « more ». */
const AT_ONCE = 20;

export function siteSearch(host: HTMLElement): void {
  const form = part<HTMLFormElement>(host, 'form')!;
  const input = part<HTMLInputElement>(form, '[name=q]')!;
  const list = part(host, '.results')!;
  const section = list.closest('section');
  const more = part<HTMLButtonElement>(host, '.more')!;
  const status = part(host, '[role=status]')!;
  const template = part<HTMLTemplateElement>(host, 'template')!;
  const months = monthsOf(host.dataset.index!);
  /** Shows more results of the current search. A search that finds another function here has been replaced, and stops. */
  let goOn = async (): Promise<void> => {};

  const search = async (): Promise<void> => {
    const sought = wordsOf(input.value);
    list.replaceChildren();
    status.textContent = '';
    more.hidden = true;
    if (section) section.hidden = true;
    if (sought.length === 0) {
      goOn = async () => {};
      return;
    }
    const found = foundIn(await months, sought, url => json<readonly Row[]>(url));
    const mine = async (): Promise<void> => {
      more.hidden = true;
      for (let shown = 0; shown < AT_ONCE; shown++) {
        const { value, done } = await found.next();
        if (goOn !== mine) return;
        if (done) return say();
        list.append(itemOf(template, value));
        if (section) section.hidden = false;
      }
      more.hidden = false;
      say();
    };
    goOn = mine;
    await mine();
  };
  const say = (): void => {
    const count = list.children.length;
    const { none = '', one = '', many = '' } = host.dataset;
    const text = count === 0 ? none : count === 1 ? one : many;
    status.textContent = text.replace('{n}', `${count}`);
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    const query = new URLSearchParams({ q: input.value });
    history.replaceState(null, '', `${location.pathname}?${query}`);
    void search();
  });
  more.addEventListener('click', async () => {
    const next = list.children.length;
    await goOn();
    // When the button is hidden it loses the focus, which moves to the first new result for readers with a keyboard.
    if (more.hidden) part(list, `li:nth-child(${next + 1}) a`)?.focus();
  });
  const query = new URLSearchParams(location.search).get('q');
  input.value = query ?? '';
  // The reader pressed the button of a masthead that has no room for a field.
  if (query === '') input.focus();
  void search();
}

/** The addresses of the months' files, newest first; empty when the list does not load. */
async function monthsOf(index: string): Promise<readonly string[]> {
  try {
    return (await json<{ readonly months: readonly string[] }>(index)).months;
  } catch {
    return [];
  }
}

async function json<Value>(url: string): Promise<Value> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Value;
}

function itemOf(template: HTMLTemplateElement, [url, title, summary, date, section]: Row): Node {
  const item = document.importNode(template.content, true);
  const link = part<HTMLAnchorElement>(item, 'a.title');
  if (link) link.href = url;
  for (const [selector, text] of [
    ['a.title', title],
    ['.summary-text', summary],
    ['.date', date],
    ['.section-name', section],
  ] as const) {
    const slot = part(item, selector);
    if (slot) slot.textContent = text;
    if (text === '') slot?.remove();
  }
  return item;
}
