// Paths and blocks become lines of a server's settings, as nginx and Caddy both read them.

/** For regular expressions: addresses of ours have no other sign that means something there. */
export function escapedPath(path: string): string {
  return path.replaceAll('.', '\\.');
}

export function block(head: string, lines: readonly string[]): readonly string[] {
  return [`${head} {`, ...lines.map(line => `    ${line}`), '}'];
}

export function textOf(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('');
}
