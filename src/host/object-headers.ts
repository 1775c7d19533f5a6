// The address of a file becomes what a store keeps beside its bytes: type, time to keep, where it leads, and what protects readers.
import type { ObjectHeaders } from '../store/object-store.ts';
import { contentTypeOf } from './content-type.ts';
import { fileClassOf } from './file-class.ts';
import { type HeaderInput, headersOfClass } from './security-headers.ts';

/**
 * @param url within the site.
 * @param leadsTo whole or from the host's root, where there is only a page that leads on; null: the file is shown.
 */
export function objectHeaders(url: string, leadsTo: string | null, input: HeaderInput): ObjectHeaders {
  const named = new Map(
    headersOfClass(fileClassOf(url), input).map(({ name, value }) => [name.toLowerCase(), value]),
  );
  const cacheControl = named.get('cache-control')!;
  named.delete('cache-control');
  return {
    contentType: contentTypeOf(url),
    cacheControl,
    ...(leadsTo !== null && { redirectTo: leadsTo }),
    others: Object.fromEntries(named),
  };
}
