// A file's name to whether it is no content of anybody's: what programs leave beside files, and what people write about a folder.

/** What Windows keeps in folders. */
const OF_WINDOWS: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini']);
const LONGEST_OF_WINDOWS = 11;

/**
 * Hidden files, copies that editors' programs keep (`port.md~`, `#port.md#`, `port.md.swp`), and what Windows keeps. An archive asks for
 * 100,000 names at each build: no pattern runs over them.
 * @param name without folders.
 */
export function isLeftByProgram(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.endsWith('~') ||
    (name.startsWith('#') && name.endsWith('#')) ||
    name.endsWith('.swp') ||
    name.endsWith('.swo') ||
    (name.length <= LONGEST_OF_WINDOWS && OF_WINDOWS.has(name.toLowerCase()))
  );
}

/** The same, and a file about the folder, in capitals as is the custom: no article or page can have such a name. */
export function isNoContent(name: string): boolean {
  return isLeftByProgram(name) || (name.startsWith('README') && /^README(?:\.[a-z]+)?$/.test(name));
}
