// `/_redirects`, as Netlify and Cloudflare Pages read it, to where an address leads on.

export interface LeadingOn {
  /** `/chine/*`, `/:section/feed`. */
  readonly from: string;
  readonly to: string;
}

/** A line is: from, conditions, to, status; what begins with `#` is a remark. Rules by language, country and the like decide nothing here. */
export function readRedirects(text: string): readonly LeadingOn[] {
  return text.split('\n').flatMap(line => {
    const words = line.trim().split(/\s+/);
    const [from, ...rest] = words;
    if (from === undefined || from === '' || from.startsWith('#')) return [];
    const to = rest.find(word => /^(?:\/|https?:\/\/)/.test(word));
    return to === undefined ? [] : [{ from, to }];
  });
}

/** An address to where the first rule that fits leads; null: to nowhere. */
export function leader(redirects: readonly LeadingOn[]): (address: string) => string | null {
  const exact = new Map<string, string>();
  const forms: { readonly form: RegExp; readonly to: string }[] = [];
  for (const { from, to } of redirects) {
    if (/\*|:[a-z]/i.test(from)) forms.push({ form: formOf(from), to });
    else if (!exact.has(from)) exact.set(from, to);
  }
  return address => {
    const named = exact.get(address);
    if (named !== undefined) return named;
    for (const { form, to } of forms) {
      const match = form.exec(address);
      if (match === null) continue;
      return to.replace(/:([a-z]\w*)/gi, (whole, name: string) => match.groups?.[name] ?? whole);
    }
    return null;
  };
}

function formOf(from: string): RegExp {
  const pattern = from
    .split(/(\*|:[a-z]\w*)/i)
    .map(part => {
      if (part === '*') return '(?<splat>.*)';
      return /^:[a-z]/i.test(part) ? `(?<${part.slice(1)}>[^/]+)` : RegExp.escape(part);
    })
    .join('');
  return new RegExp(`^${pattern}$`);
}
