// Addresses that were put or removed, or of which browsers are told something else, or would be; a line each.
import type { Changes } from '../engine/output/output.ts';
import { visible } from '../locale/quoting.ts';

export function printChanges({ put, removed, renewed }: Changes): void {
  for (const url of put) console.log(`+ ${visible(url)}`);
  for (const url of removed) console.log(`- ${visible(url)}`);
  for (const url of renewed) console.log(`= ${visible(url)}`);
}
