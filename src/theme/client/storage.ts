// What the reader chose, kept in their own browser and sent to nobody. Where storage is blocked, nothing is remembered.

type Kept = 'localStorage' | 'sessionStorage';

export function stored(key: string, where: Kept = 'localStorage'): string | null {
  try {
    return window[where].getItem(key);
  } catch {
    return null;
  }
}

/** null: forget it. */
export function store(key: string, value: string | null, where: Kept = 'localStorage'): void {
  try {
    if (value === null) window[where].removeItem(key);
    else window[where].setItem(key, value);
  } catch {
    // The choice holds for this page.
  }
}
