// The path of a file in a tree to the address at which readers find it, within the tree.

/** `chine/index.html` is `/chine/`, `chine/port.html` is `/chine/port.html`. */
export function addressOfFile(path: string): string {
  const file = `/${path}`;
  return file.endsWith('/index.html') ? file.slice(0, -'index.html'.length) : file;
}

/** What a page is, by its name. */
export function isPage(path: string): boolean {
  return /\.html?$/i.test(path);
}
