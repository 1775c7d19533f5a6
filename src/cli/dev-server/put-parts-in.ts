// A page into which a server (SSI) or a cache (ESI) would put parts of the furniture becomes the page that readers get from these.

/** As `pages/furniture/included-furniture.ts` writes them. */
const INCLUDE = /<!--#include virtual="([^"]*)" -->|<esi:include src="([^"]*)"\/>/g;

/** @param textAt of an address as the page has it; null: nothing is there. */
export async function putPartsIn(
  html: string,
  textAt: (address: string) => Promise<string | null>,
): Promise<string> {
  const addresses = new Set([...html.matchAll(INCLUDE)].map(([, ssi, esi]) => (ssi ?? esi)!));
  const texts = new Map<string, string>();
  for (const address of addresses) texts.set(address, (await textAt(address)) ?? '');
  return html.replace(INCLUDE, (_, ssi?: string, esi?: string) => texts.get((ssi ?? esi)!)!);
}
