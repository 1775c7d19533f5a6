// What browsers are told of files, to the text of `/_headers`, as Netlify and Cloudflare Pages read it: a form of addresses, then its headers.
import { feedUrl } from '../address/addresses.ts';
import { publishedUrl, siteFolder } from '../address/site-place.ts';
import type { Host } from '../site/hosts.ts';
import { FEED_FORMS, withCharset } from './content-type.ts';
import { CACHE_CONTROL } from './file-class.ts';
import {
  HEADERS_OF_MEDIA,
  type Header,
  type HeaderInput,
  headersOfAll,
  headersOfPages,
} from './security-headers.ts';

const READERS: readonly Host[] = ['netlify', 'cloudflare'];

/** A form of addresses, from the site's own root: `*` stands for anything, `:name` for what is between two slashes. */
interface HeaderRule {
  readonly form: string;
  readonly headers: readonly Header[];
  /** Headers that a wider form gave, and that are taken away: Cloudflare alone understands that. */
  readonly without?: readonly string[];
}

/**
 * null: the host reads no such file. No header is in two forms that fit one address, since hosts do not agree about what that means. Pages keep
 * the host's own time (it asks again each time, and forgets all at each publication), so only what never changes has another.
 * @param assets the addresses of what pages load, within the site.
 */
export function headersFile(host: Host, input: HeaderInput, assets: readonly string[]): string | null {
  if (!READERS.includes(host)) return null;
  const folder = siteFolder(input.baseUrl);
  return rulesFor(host, input, assets)
    .map(({ form, headers, without = [] }) =>
      [
        encodeURI(publishedUrl(form, folder)),
        ...without.map(name => `  ! ${name}`),
        ...headers.map(({ name, value }) => `  ${name}: ${value}`),
      ]
        .map(line => `${line}\n`)
        .join(''),
    )
    .join('');
}

function rulesFor(host: Host, input: HeaderInput, assets: readonly string[]): readonly HeaderRule[] {
  const forEver: Header = { name: 'Cache-Control', value: CACHE_CONTROL.media };
  const ofPages = headersOfPages(input);
  // Viewers of documents in a browser are no page of ours, and some obey the policy of what they show.
  const without = host === 'cloudflare' ? ofPages.map(({ name }) => name) : [];
  const ofMedia = { headers: [forEver, ...HEADERS_OF_MEDIA], without };
  return [
    { form: '/*', headers: [...headersOfAll(input), ...ofPages] },
    // Feeds of the portal; of a section; of a topic, an author, a dossier.
    ...FEED_FORMS.flatMap(({ format, type }) =>
      ['/', '/:rubrique/', '/:liste/:page/'].map(page => ({
        form: feedUrl(page, format),
        headers: [{ name: 'Content-Type', value: withCharset(type) }],
      })),
    ),
    // An owner's own files may be beside these, so each is named.
    ...assets.map(form => ({ form, headers: [forEver] })),
    // Here they may be directly in these folders; ours are in folders that are named after their hashes.
    { form: '/images/:folder/:file', ...ofMedia },
    { form: '/medias/:folder/:file', ...ofMedia },
    { form: '/medias/:folder/:document/:file', ...ofMedia },
  ];
}
