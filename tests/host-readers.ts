// The texts of `/_headers` and `/_redirects` become what a host makes of them, by the rules of its documentation.
import assert from 'node:assert/strict';

/** A form of addresses as a regular expression: one `*` stands for anything, `:name` for what is between two slashes. */
function formOf(text: string): RegExp {
  assert.match(text, /^\/[\x21-\x7e]*$/, 'a path from the root, encoded');
  assert.ok(text.split('*').length <= 2, `more than one splat: ${text}`);
  const escaped = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace('*', '(?<splat>.*)').replace(/:([a-z]\w*)/g, '(?<$1>[^/]+)')}$`);
}

export interface HeaderRules {
  /** How many forms there are. */
  readonly count: number;
  /** The headers of an address, names in lower case; a header that two forms give is an error. */
  of(url: string): ReadonlyMap<string, string>;
}

/** Of Cloudflare: 100 rules, lines of 2,000 characters, `! Name` takes away what an earlier form gave. Netlify does not know the last. */
export function readHeaders(text: string, host: 'netlify' | 'cloudflare'): HeaderRules {
  const rules: { form: RegExp; lines: string[] }[] = [];
  assert.ok(text.endsWith('\n'));
  for (const line of text.trimEnd().split('\n')) {
    assert.ok(line.length <= 2000, line);
    if (line.startsWith('  ')) rules.at(-1)!.lines.push(line.trim());
    else rules.push({ form: formOf(line), lines: [] });
  }
  return {
    count: rules.length,
    of(url) {
      const found = new Map<string, string>();
      for (const { lines } of rules.filter(({ form }) => form.test(url))) {
        for (const line of lines) {
          if (line.startsWith('! ')) {
            assert.equal(host, 'cloudflare', line);
            assert.ok(found.delete(line.slice(2).toLowerCase()), `${line}: nothing to take away`);
            continue;
          }
          const [, name, value] = /^([A-Za-z-]+): (\S.*)$/.exec(line)!;
          assert.ok(!found.has(name!.toLowerCase()), `${name} twice at ${url}`);
          found.set(name!.toLowerCase(), value!);
        }
      }
      return found;
    },
  };
}

export interface RedirectRules {
  readonly exact: number;
  readonly folders: number;
  /** Where the first rule that fits leads, 301; null: none fits. `url` may have a question. */
  to(url: string): string | null;
}

const LIMITS = {
  netlify: { exact: 10_000, folders: 10_000, rules: 10_000, bytes: Number.POSITIVE_INFINITY },
  cloudflare: { exact: 2000, folders: 100, rules: 2100, bytes: Number.POSITIVE_INFINITY },
  gitlab: { exact: 1000, folders: 1000, rules: 1000, bytes: 65_536 },
} as const;

/** Fails where a host would refuse the text, or pass over a part of it. */
export function readRedirects(text: string, host: keyof typeof LIMITS): RedirectRules {
  const limits = LIMITS[host];
  const rules = text
    .trimEnd()
    .split('\n')
    .map(line => {
      assert.ok(host !== 'cloudflare' || line.length <= 1000, line);
      const words = line.split(' ');
      const [from, to, status] = [words[0]!, words.at(-2)!, words.at(-1)!];
      assert.match(status, host === 'netlify' ? /^301!?$/ : /^301$/);
      const parameters = words.slice(1, -2);
      assert.ok(host === 'netlify' || parameters.length === 0, line);
      for (const each of parameters) assert.match(each, /^[^=:]+=[^=:]+$/);
      return { from, form: formOf(from), parameters: parameters.sort().join('&'), to };
    });
  const folders = rules.filter(({ from }) => from.includes('*')).length;
  const exact = rules.length - folders;
  assert.ok(exact <= limits.exact && folders <= limits.folders && rules.length <= limits.rules);
  assert.ok(Buffer.byteLength(text) <= limits.bytes);
  // « Static redirects should appear before dynamic ones. »
  assert.equal(
    rules.findIndex(({ from }) => from.includes('*')),
    folders === 0 ? -1 : exact,
  );
  return {
    exact,
    folders,
    to(url) {
      const [path = '', question] = url.split('?');
      const asked = question?.split('&').sort().join('&');
      for (const { from, form, parameters, to } of rules) {
        if (parameters !== '' && parameters !== asked) continue;
        // Netlify takes away final slashes before it compares.
        const same = host === 'netlify' && from.replace(/\/$/, '') === path.replace(/\/$/, '');
        const match = form.exec(path);
        if (match || same) return to.replace(':splat', match?.groups?.splat ?? '');
      }
      return null;
    },
  };
}
