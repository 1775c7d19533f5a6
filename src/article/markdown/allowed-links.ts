// An address from a body becomes a yes or no: may a page link to it?

/** Everything up to the first `:` that comes before any `/`, `?` or `#`: RFC 3986, section 3.1, but less strict. */
const SCHEME = /^([^/?#:]*):/;
const WEB = /^https?$/i;
const MAIL_OR_PHONE = /^(?:mailto|tel)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses before they read them
const IGNORED = /[\u0000-\u0020]/g;
/** Any host does: only the address's own form is looked at. */
const SOME_SITE = 'https://site.example/';

/** The scheme of an address, in small letters and without `:`; null for a relative one. */
export function schemeOf(address: string): string | null {
  return SCHEME.exec(address.replace(IGNORED, ''))?.[1]?.toLowerCase() ?? null;
}

/**
 * Whether a body may link to this address: `http`, `https`, `mailto`, `tel` and relative ones, if they are well formed.
 */
export function isAllowedLink(address: string): boolean {
  // A second `#` passes in browsers, but is no address: RFC 3986, section 3.5.
  if (address.indexOf('#') !== address.lastIndexOf('#')) return false;
  const scheme = schemeOf(address);
  if (scheme === null) return URL.canParse(address, SOME_SITE);
  if (WEB.test(scheme)) return /^https?:\/\/[^/?#]/i.test(address) && URL.canParse(address);
  return MAIL_OR_PHONE.test(scheme) && address.length > scheme.length + 1 && URL.canParse(address);
}

/** Whether an address, well formed, leads a browser away from the site: with its own scheme, or with `//` in front. */
export function isElsewhere(address: string): boolean {
  return URL.parse(address, SOME_SITE)?.origin !== new URL(SOME_SITE).origin;
}
