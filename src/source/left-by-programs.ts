// A file's name to whether it is no content of anybody's: what programs leave beside files, and what people write about a folder.

/** Hidden files, copies that editors' programs keep (`port.md~`, `#port.md#`, `port.md.swp`), and what Windows keeps in folders. */
const OF_PROGRAMS = /^\.|~$|^#.*#$|\.sw[op]$|^thumbs\.db$|^desktop\.ini$/i;

/** About a folder, in capitals as is the custom: no article or page can have such a name. */
const ABOUT_FOLDER = /^README(?:\.[a-z]+)?$/;

/** @param name without folders. */
export function isLeftByProgram(name: string): boolean {
  return OF_PROGRAMS.test(name);
}

/** The same, and a file about the folder. */
export function isNoContent(name: string): boolean {
  return ABOUT_FOLDER.test(name) || isLeftByProgram(name);
}
