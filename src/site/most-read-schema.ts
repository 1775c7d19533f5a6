// `_data/most-read.json` to the snapshot of « Les articles les plus lus »: a date and the addresses in order.
import { z } from 'zod';
import { articleAddress } from '../address/addresses.ts';
import { pathInFolder } from '../address/site-place.ts';
import { aliasMistake } from '../article/alias.ts';
import { breaks } from '../problem/rule.ts';
import { dateSchema } from '../time/date-schema.ts';

/** Whether an article may have this address, or may have had it. */
function isPossible(text: string): boolean {
  return articleAddress(text) !== null || aliasMistake(text) === null;
}

/** Counters tell addresses from the host's root, editors those within the site: none of an article is both. */
function addressSchema(folder: string, isOfArticle: (address: string) => boolean) {
  return z
    .string()
    .overwrite(text => (articleAddress(text) === null ? (pathInFolder(text, folder) ?? text) : text))
    .refine(isOfArticle, {
      message:
        'Ce n’est pas l’adresse d’un article ; écrivez-la sans le nom du site, comme « /chine/2014/05/20/titre.html ».',
      params: breaks('article-address'),
    });
}

/** One problem for each address that stands in the list a second time. */
function uniqueAddresses(addresses: unknown, context: z.RefinementCtx): void {
  if (!Array.isArray(addresses)) return;
  const seen = new Set<unknown>();
  for (const [index, text] of addresses.entries()) {
    if (seen.has(text)) {
      context.addIssue({
        code: 'custom',
        path: [index],
        message: 'Cette adresse est déjà plus haut dans la liste ; retirez l’une des deux.',
        params: breaks('duplicate-address'),
      });
    }
    seen.add(text);
  }
}

/**
 * What `_data/most-read` says. Whether the articles exist is not asked: the count comes from outside, and an article
 * may have left the site since.
 * @param timeZone the site's zone, for a date without an offset.
 * @param folder of the site on its host, or ''.
 * @param isOfArticle what an address has to be.
 */
export function mostReadSchema(timeZone: string, folder: string, isOfArticle = isPossible) {
  return z.strictObject({
    date: dateSchema(timeZone),
    addresses: z
      .array(addressSchema(folder, isOfArticle))
      .max(100)
      .superRefine(uniqueAddresses, { when: () => true }),
  });
}
