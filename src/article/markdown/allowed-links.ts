// An address from a body becomes a yes or no: may a page link to it?

/** The text up to a `:` that precedes any `/`, `?` or `#`: a scheme as in RFC 3986, section 3.1, but of any characters. */
const SCHEME = /^([^/?#:]*):/;
const WEB = /^https?$/i;
const MAIL_OR_PHONE = /^(?:mailto|tel)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these characters from addresses before they parse them
const IGNORED = /[\u0000-\u0020]/g;
/** A base to parse relative addresses; its host does not matter. */
const SOME_SITE = 'https://site.example/';
const SOME_ORIGIN = new URL(SOME_SITE).origin;

/** The scheme of an address, in lower case and without `:`; null for a relative address. */
export function schemeOf(address: string): string | null {
  return SCHEME.exec(address.replace(IGNORED, ''))?.[1]?.toLowerCase() ?? null;
}

/** An address within the site, as nearly all are typed: to parse it takes longer than all else. */
const PLAIN = /^\/(?!\/)[A-Za-z0-9/._-]*$/;

/** Whether a body may link to this address: well-formed `http`, `https`, `mailto`, `tel` and relative addresses. */
export function isAllowedLink(address: string): boolean {
  if (PLAIN.test(address)) return true;
  // Browsers accept a second `#`, but a fragment cannot contain one: RFC 3986, section 3.5.
  if (address.indexOf('#') !== address.lastIndexOf('#')) return false;
  const scheme = schemeOf(address);
  if (scheme === null) return URL.canParse(address, SOME_SITE);
  if (WEB.test(scheme)) return /^https?:\/\/[^/?#]/i.test(address) && URL.canParse(address);
  return MAIL_OR_PHONE.test(scheme) && address.length > scheme.length + 1 && URL.canParse(address);
}

/** Whether a well-formed address leads to another site: it has a scheme, or begins with `//`. */
export function isElsewhere(address: string): boolean {
  return !PLAIN.test(address) && URL.parse(address, SOME_SITE)?.origin !== SOME_ORIGIN;
}
