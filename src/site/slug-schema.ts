// The slug of a section, a topic or a dossier: one part of an address, checked like an article's.
import { z } from 'zod';
import { slugMistake } from '../article/slug.ts';
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
