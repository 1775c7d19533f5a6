// Files that stay as they are, and of which browsers are told something else: the output tells them so when it is published.
import { rulesOf } from '../../host/header-rules.ts';
import type { ComparedHeaders } from './compare-headers.ts';
import type { OpenMemory } from './open-memory.ts';
import type { RemovedGone } from './remove-gone.ts';

export function renewHeaders({
  memory,
  output,
  otherHeaders,
}: OpenMemory & ComparedHeaders & RemovedGone): object {
  if (otherHeaders === null) return {};
  const isOther = (url: string): boolean =>
    otherHeaders === 'unknown' || rulesOf(url).some(rule => otherHeaders.has(rule));
  const urls: string[] = [];
  for (const table of [memory.pages, memory.images])
    for (const [url] of table.all()) if (isOther(url)) urls.push(url);
  output.renewHeaders(urls, otherHeaders !== 'unknown');
  return {};
}
