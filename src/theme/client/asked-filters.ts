// What stands in the address of a search becomes the filters that it asks for.
import type { Filters } from '../../search/needed-buckets.ts';

export function askedFilters(asked: URLSearchParams): Filters {
  const value = (name: string): string | null => asked.get(name)?.trim() || null;
  return { section: value('rubrique'), source: value('source'), year: value('annee') };
}
