// What a page may load, run and send, to the one line that tells browsers (Content Security Policy Level 3).

export interface PolicyInput {
  /** SHA-256, in base64, of each script that stands in pages. */
  readonly inlineHashes: readonly string[];
  /** The origin that takes comments and votes; null: there is none. */
  readonly participation: string | null;
}

/**
 * The policy as pages carry it in a `meta` element. `frame-ancestors`, `report-to` and `sandbox` are not heard there
 * (CSP 3, § 3.3): they are for the headers of the server.
 */
export function contentSecurityPolicy({ inlineHashes, participation }: PolicyInput): string {
  const service = participation === null ? '' : ` ${participation}`;
  return [
    // Whatever is not named below is refused: frames, plugins. Workers may be what scripts may (CSP 3, § 6.1.17).
    "default-src 'none'",
    // Our modules, and by their hashes the scripts that must not wait for another file. No other inline code runs (§ 6.7.3.3).
    ['script-src', "'self'", ...inlineHashes.map(hash => `'sha256-${hash}'`)].join(' '),
    // Sheets of ours; no `style` element or attribute, so that nothing in a text can dress up the page.
    "style-src 'self'",
    // Photographs and symbols are the site's own: a picture from elsewhere would tell who reads what.
    "img-src 'self'",
    "font-src 'self'",
    // The search fetches its months; comments and votes are sent from within the page, too.
    `connect-src 'self'${service}`,
    "media-src 'self'",
    "manifest-src 'self'",
    // The search form; comments and votes go to their service and nowhere else.
    `form-action 'self'${service}`,
    // A `base` element slipped into a page would redirect every address of it.
    "base-uri 'none'",
  ].join('; ');
}
