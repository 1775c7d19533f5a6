// The reader's choices, which stay in the reader's browser. Where the browser blocks storage, a choice holds for one page.

type Kept = 'localStorage' | 'sessionStorage';

export function stored(key: string, where: Kept = 'localStorage'): string | null {
  try {
    return window[where].getItem(key);
  } catch {
    return null;
  }
}

/** A `value` of null removes the choice. */
export function store(key: string, value: string | null, where: Kept = 'localStorage'): void {
  try {
    if (value === null) window[where].removeItem(key);
    else window[where].setItem(key, value);
  } catch {
    // The browser blocks storage.
  }
}
