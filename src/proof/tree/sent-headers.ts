// What a host is told of headers, in `/_headers` or in the snippet of a server, to the rules that are in it.

export interface HeaderRule {
  /** The addresses that it is for: `/*`; of a server's snippet, where it is not looked at, `/*` too. */
  readonly form: string;
  readonly headers: readonly SentHeader[];
  /** In the file, from 1. */
  readonly line: number;
}

export interface SentHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

export interface ReadHeaders {
  readonly rules: readonly HeaderRule[];
  /** The lines that say nothing, from 1. */
  readonly faulty: readonly number[];
}

/** Netlify and Cloudflare Pages: a form of addresses at the beginning of a line, then indented lines with a header each, or `! Name` to take one away. */
export function readHeadersFile(text: string): ReadHeaders {
  const rules: { form: string; headers: SentHeader[]; line: number }[] = [];
  const faulty: number[] = [];
  text.split('\n').forEach((typed, at) => {
    const line = typed.trimEnd();
    if (line.trim() === '' || line.trimStart().startsWith('#')) return;
    if (!/^\s/.test(line)) {
      rules.push({ form: line, headers: [], line: at + 1 });
      if (!/^(?:\/|https:\/\/)/.test(line)) faulty.push(at + 1);
      return;
    }
    const [, name, value] = /^\s+([A-Za-z0-9-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (rule === undefined || (name === undefined && !/^\s+!\s*[A-Za-z0-9-]+$/.test(line)))
      faulty.push(at + 1);
    else if (name !== undefined) rule.headers.push({ name: name.toLowerCase(), value: value! });
  });
  return { rules, faulty };
}

/** Whichever of both forms a file has. */
export function readSentHeaders(text: string): ReadHeaders {
  return /^(?:\/|https:\/\/)\S*\s*\n[ \t]+[A-Za-z-]+:/m.test(text)
    ? readHeadersFile(text)
    : readServerSnippet(text);
}

/** nginx: `add_header Name "value" always;`. Caddy: `header Name "value"`, or the same within `header { … }`. */
export function readServerSnippet(text: string): ReadHeaders {
  const headers: SentHeader[] = [];
  for (const typed of text.split('\n')) {
    const line = typed.trim();
    const [, name, quoted, back, bare] =
      /^(?:add_header\s+|header\s+(?:[/@]\S*\s+)?)?[?+>]?([A-Z][A-Za-z]+(?:-[A-Za-z]+)+)\s+(?:"([^"]*)"|`([^`]*)`|([^\s"`{][^;{]*))/.exec(
        line,
      ) ?? [];
    const value = quoted ?? back ?? bare;
    if (name !== undefined && value !== undefined)
      headers.push({ name: name.toLowerCase(), value: value.trim() });
  }
  return { rules: [{ form: '/*', headers, line: 1 }], faulty: [] };
}

/** The values of a header for all addresses of the site. */
export function valuesForAll({ rules }: ReadHeaders, folder: string, name: string): readonly string[] {
  return rules
    .filter(({ form }) => form === '/*' || form === `${folder}/*`)
    .flatMap(({ headers }) => headers.filter(header => header.name === name).map(({ value }) => value));
}
