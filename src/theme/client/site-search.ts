// Searches all articles in the reader's browser, and keeps the search in the page's address. Without JavaScript the page links to lists of articles.
import { find } from '../../search/find.ts';
import { readQuery } from '../../search/query.ts';
import type { SearchSegment } from '../../search/search-files.ts';
import { wordsIn } from '../../search/words.ts';
import { askedFilters } from './asked-filters.ts';
import { part } from './element.ts';
import { searchFiles } from './search-files.ts';
import { type Results, resultsOf } from './search-results.ts';
import { suggestionList } from './suggestion-list.ts';

export function siteSearch(host: HTMLElement): void {
  const form = part<HTMLFormElement>(host, 'form')!;
  const field = <Field extends HTMLElement>(name: string): Field => part<Field>(form, `[name=${name}]`)!;
  const input = field<HTMLInputElement>('q');
  const section = field<HTMLSelectElement>('rubrique');
  const year = field<HTMLSelectElement>('annee');
  const source = field<HTMLInputElement>('source');
  const order = field<HTMLSelectElement>('ordre');
  const list = part(host, '.results')!;
  const more = part<HTMLButtonElement>(host, '.more')!;
  const status = part(host, '[role=status]')!;
  const template = part<HTMLTemplateElement>(host, 'template')!;
  // The script that stands in the page has asked for their first files (`search-early.ts`).
  const early = part<HTMLScriptElement>(document, 'script[data-segments]')!.dataset;
  const segments = JSON.parse(early.segments!) as readonly SearchSegment[];
  const { suggestions, cards } = host.dataset;
  const files = searchFiles({ suggestions: suggestions!, cards: cards!, terms: early.terms! });
  const say = (...said: readonly string[]): void => {
    status.textContent = said.join(' ');
  };
  const words = status.dataset as Record<string, string>;
  /** A search that finds another number here has been replaced, and stops. */
  let latest = 0;
  let showMore = async (): Promise<void> => {};

  /** Of folded words: readers are told them as they, or headlines, spell them. */
  const spellings = new Map<string, string>();
  const spelt = (text: string): readonly string[] =>
    wordsIn(text).map(({ word, at, length }) => {
      if (!spellings.has(word)) spellings.set(word, text.slice(at, at + length));
      return word;
    });
  const likelyWords = async (): Promise<readonly string[]> => {
    const { topics, places, titles } = await files.suggestions();
    const texts = [...topics.map(([, name]) => name), ...places, ...titles.map(([, title]) => title)];
    return texts.flatMap(spelt);
  };
  const clear = (): void => {
    list.replaceChildren();
    list.closest('section')!.hidden = true;
    more.hidden = true;
    say();
  };
  const append = async (results: Results, mine: number): Promise<void> => {
    more.hidden = true;
    const cards = await results.next();
    if (mine !== latest) return;
    list.append(...cards);
    list.closest('section')!.hidden = list.children.length === 0;
    more.hidden = !results.hasMore();
  };
  const search = async (): Promise<void> => {
    const mine = ++latest;
    const query = readQuery(input.value);
    spellings.clear();
    spelt(input.value);
    clear();
    if (query.words.length === 0) {
      if (wordsIn(input.value).length > 0) say(words.common!);
      return;
    }
    say(words.searching!);
    const filters = {
      section: section.value || null,
      source: source.value.trim() || null,
      year: year.value || null,
    };
    const found = await find(query, filters, segments, { bucket: files.bucket, likelyWords });
    const hits = order.value === 'date' ? found.newest : found.best;
    const results = resultsOf(hits, query, found, files, template);
    await append(results, mine);
    if (mine !== latest) return;
    const tell = (): void =>
      say(
        ...[...found.instead].map(([typed, instead]) =>
          words
            .instead!.replace('{typed}', spellings.get(typed) ?? typed)
            .replace('{instead}', spellings.get(instead) ?? instead),
        ),
        ...(found.isPartial && hits.length > 0 ? [words.partial!] : []),
        countInWords(
          query.phrases.length > 0 ? list.children.length : hits.length,
          query.phrases.length > 0 && results.hasMore(),
          words,
        ),
        ...(found.isIncomplete ? [words.incomplete!] : []),
      );
    tell();
    showMore = async () => {
      await append(results, mine);
      if (mine === latest) tell();
    };
  };
  const searchAndTell = (): void => {
    const mine = latest + 1;
    search().catch(() => {
      if (mine === latest) say(words.failed!);
    });
  };
  const searchAnew = (): void => {
    const query = new URLSearchParams();
    for (const { name, value } of [input, section, year, source, order])
      if (value !== '') query.set(name, value);
    history.replaceState(null, '', query.size === 0 ? location.pathname : `${location.pathname}?${query}`);
    searchAndTell();
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    searchAnew();
  });
  for (const filter of [section, year, source, order]) filter.addEventListener('change', searchAnew);
  more.addEventListener('click', async () => {
    const next = list.children.length;
    await showMore().catch(() => say(words.failed!));
    // The button has moved or gone; readers with a keyboard go on at the first new result.
    part(list, `li:nth-child(${next + 1}) a`)?.focus();
  });
  suggestionList(input, part(form, '[role=listbox]')!, files.suggestions, searchAnew);
  source.addEventListener('focus', () => void offerSources(files.suggestions, part(form, 'datalist')!), {
    once: true,
  });

  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? '';
  const wanted = askedFilters(asked);
  source.value = wanted.source ?? '';
  section.value = wanted.section ?? '';
  order.value = asked.get('ordre') ?? '';
  // A value that is none of its options.
  for (const select of [section, order]) if (select.selectedIndex === -1) select.value = '';
  const years = new Set(segments.map(segment => segment.year));
  year.append(...[...years].map(text => new Option(text, text)));
  year.value = years.has(wanted.year ?? '') ? wanted.year! : '';
  // The reader pressed the button of a masthead that has no room for a field.
  if (input.value === '') input.focus();
  searchAndTell();
}

function countInWords(count: number, isFirst: boolean, words: Record<string, string>): string {
  if (count === 0) return words.none!;
  const text = isFirst ? words.first! : count === 1 ? words.one! : words.many!;
  return text.replace('{n}', count.toLocaleString(document.documentElement.lang));
}

async function offerSources(
  suggestions: () => Promise<{ readonly sources: readonly string[] }>,
  datalist: HTMLElement,
): Promise<void> {
  const known = await suggestions().catch(() => null);
  for (const name of known?.sources ?? []) datalist.append(new Option(name, name));
}
