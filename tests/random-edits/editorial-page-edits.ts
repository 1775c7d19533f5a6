// Random edits of the pages of text under content/pages.
import fc from 'fast-check';
import type { z } from 'zod';
import type { editorialPageSchema } from '../../src/site/editorial-page-schema.ts';
import type { MiniSite } from '../mini-site.ts';
import { number, numbered } from './few-values.ts';
import type { RandomFields } from './field-path.ts';

/** Every field of a page's front matter. */
export const PAGE_FIELDS = {
  title: numbered('Une page'),
  description: numbered('Une page de texte'),
  order: fc.constantFrom(undefined, 1, 2),
  formerly: fc.constantFrom(undefined, ['qui'], ['terre', 'contact']),
} satisfies RandomFields<z.infer<typeof editorialPageSchema>>;

export interface EditorialPageEdit {
  readonly name: string;
  /** null: the page is removed. */
  readonly page: { readonly fields: object; readonly body: number } | null;
}

export const editorialPageEdits: fc.Arbitrary<EditorialPageEdit> = fc.record({
  name: fc.constantFrom('a-propos', 'contact'),
  page: fc.option(fc.record({ fields: fc.record(PAGE_FIELDS), body: number })),
});

/** What some versions of a text link to. */
const NAMED_IN_TEXT: Readonly<Record<number, string>> = {
  7: '\n\n[Le port](../articles/port.md)',
  8: '\n\n[Le rapport](rapport.pdf)',
};

export function editorialPagePlayer(site: MiniSite): (edit: EditorialPageEdit) => void {
  return ({ name, page }) => {
    const path = `content/pages/${name}.md`;
    // JSON is YAML.
    if (page !== null)
      site.write(
        path,
        `---\n${JSON.stringify(page.fields)}\n---\n\nTexte ${page.body}.${NAMED_IN_TEXT[page.body] ?? ''}\n`,
      );
    else if (site.holds(path)) site.remove(path);
  };
}
