// The slug of a section, a topic or a dossier: one part of an address, checked like an article's; and what to write for one of these that is
// only named.
import { z } from 'zod';
import { slugify, slugMistake } from '../article/slug.ts';
import { breaks } from '../problem/rule.ts';

/** A slug, or the mended form as a proposal. */
export const slugSchema = z.string().superRefine((slug, context) => {
  if (slug.trim() === '') {
    const message = 'Cet identifiant est vide ; écrivez un mot sans accent, comme « economie ».';
    context.addIssue({ code: 'custom', message, params: breaks('empty-field') });
    return;
  }
  const mistake = slugMistake(slug);
  if (mistake !== null) {
    context.addIssue({ code: 'custom', message: mistake.message, params: breaks(mistake.rule) });
  }
});

/** Longer texts are no names. */
const LONGEST_NAME = 80;

/** What needs no quotes between braces. */
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ’'-]*$/u;

/**
 * The message for a name where a section, a topic or a dossier needs its fields; the error of such a schema.
 * @param field for the name; `others` are the fields that have to be written besides.
 */
export function nameForFields(field: 'name' | 'title', others: readonly string[] = []) {
  return ({ code, input }: { readonly code?: string; readonly input?: unknown }): string | undefined => {
    if (code !== 'invalid_type' || typeof input !== 'string' || input.length > LONGEST_NAME) return undefined;
    const name = input.trim();
    const slug = slugify(name);
    if (slug === '') return undefined;
    const fields = [
      `slug: ${slug}`,
      `${field}: ${PLAIN_NAME.test(name) ? name : JSON.stringify(name)}`,
      ...others.map(other => `${other}: …`),
    ];
    return `Il faut ici plusieurs champs, et non le seul texte «\u00a0${name}\u00a0»\u202f; écrivez «\u00a0- { ${fields.join(', ')} }\u00a0».`;
  };
}
