// A graph to what a processor of JSON-LD that others wrote makes of it, and to what that loses.
import jsonld from 'jsonld';
import type { Thing } from './schema.ts';

/** schema.org's own context has the same words and no more that our pages use: nothing is fetched. */
const CONTEXT = { '@context': { '@vocab': 'https://schema.org/', id: '@id', type: '@type' } };

/** Each node with its properties by their whole names. Throws for whatever a processor would drop: words that are no addresses, empty names. */
export function expanded(graph: readonly Thing[]): Promise<jsonld.NodeObject[]> {
  const document = { '@context': 'https://schema.org', '@graph': graph };
  return jsonld.expand(document as jsonld.JsonLdDocument, {
    documentLoader: async (url: string) => ({ documentUrl: url, document: CONTEXT, contextUrl: undefined }),
    // Not yet in the types: « safe mode » of JSON-LD processors (jsonld.js, README).
    ...{ safe: true },
  });
}

/** The names of all properties in all nodes, however deep, each as often as it stands there; of types their names. */
export function propertiesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(propertiesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, of]) => {
    if (name === '@type') return [of].flat() as string[];
    return name.startsWith('@') ? [] : [name, ...propertiesOf(of)];
  });
}
