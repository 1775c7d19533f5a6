// A way for the furniture to come into pages, and a host that does not know it, to a warning for the site's owner.
import { problemMessages } from '../locale/problem-messages.ts';
import type { Problem } from '../problem/problem.ts';
import type { Host } from './hosts.ts';
import { problemsInData } from './locate-in-data.ts';
import type { Site } from './site.ts';

/** They put nothing into pages, neither by SSI nor by ESI. */
const PUT_NOTHING_IN: readonly Host[] = ['netlify', 'cloudflare', 'gitlab'];

/** Its file is relative to the data folder. Of a cache before nginx or Caddy, which puts in what they do not, the site knows nothing. */
export function findUnfitFurnitureMode(
  dataDir: string,
  { host, furnitureMode }: Pick<Site, 'host' | 'furnitureMode'>,
): readonly Problem[] {
  const isUnfit = {
    client: false,
    ssi: PUT_NOTHING_IN.includes(host) || host === 'caddy',
    esi: PUT_NOTHING_IN.includes(host),
  }[furnitureMode];
  if (!isUnfit) return [];
  const message =
    furnitureMode === 'ssi' ? problemMessages.hostWithoutSsi(host) : problemMessages.hostWithoutEsi(host);
  return problemsInData(dataDir, 'site', [
    { path: ['furnitureMode'], rule: 'unfit-furniture-mode', message },
  ]);
}
