// Pieces of pages that are fetched: each once a visit, unless somebody asks whether it has changed.
import { store, stored } from './storage.ts';

/** A visit, in milliseconds: for so long a reader who goes on to other old pages sees the same. */
const VISIT = 15 * 60_000;

/** What comes later than this, in milliseconds, would come to a reader who reads. */
const PATIENCE = 10_000;

/** What stands at an address; null: nothing comes. */
export async function fragment(address: string): Promise<string | null> {
  const [at, ...kept] = stored(address, 'sessionStorage')?.split('\n') ?? [];
  return Date.now() - Number(at) < VISIT ? kept.join('\n') : fetchedFragment(address, 'default');
}

/** The same as of now: with `no-cache` the browser asks the host whether what it has is still right (Fetch, « cache mode »). */
export async function fetchedFragment(address: string, cache: RequestCache): Promise<string | null> {
  try {
    const response = await fetch(address, { cache, signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) return null;
    const text = await response.text();
    store(address, `${Date.now()}\n${text}`, 'sessionStorage');
    return text;
  } catch {
    return null;
  }
}

/** The elements of a text, not yet in the page. Scripts in it never run. */
export function contentOf(text: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = text;
  return template.content;
}
