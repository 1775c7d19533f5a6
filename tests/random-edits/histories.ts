// Random histories of a small portal: edits by editors and by the site's owner, as plain data that fast-check can shrink.
import fc from 'fast-check';
import { type ArticleEdit, articleEdits, newArticles } from './article-edits.ts';
import { type CommentEdit, commentEdits } from './comment-edits.ts';
import { settingEdits, snapshotEdits } from './data-edits.ts';
import { type EditorialPageEdit, editorialPageEdits } from './editorial-page-edits.ts';
import { NOWS } from './few-values.ts';
import type { FieldEdit } from './field-path.ts';
import { type MediaEdit, mediaEdits } from './media-edits.ts';
import { type OutputEdit, outputEdits } from './output-edits.ts';
import { type ThemeEdit, themeEdits } from './theme-edits.ts';

export type Edit =
  | { readonly of: 'articles'; readonly edit: ArticleEdit }
  | { readonly of: 'comments'; readonly edit: CommentEdit }
  | { readonly of: 'pages'; readonly edit: EditorialPageEdit }
  | { readonly of: 'media'; readonly edit: MediaEdit }
  | { readonly of: 'data'; readonly edit: FieldEdit }
  | { readonly of: 'theme'; readonly edit: ThemeEdit }
  | { readonly of: 'output'; readonly edit: OutputEdit }
  /** The instant of the next builds. */
  | { readonly of: 'clock'; readonly edit: string };

const of = <Name extends Edit['of'], E>(name: Name, edits: fc.Arbitrary<E>) =>
  edits.map(edit => ({ of: name, edit }));

const addition: fc.Arbitrary<Edit> = of('articles', newArticles);

const contentEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 28, arbitrary: of('articles', articleEdits) },
  { weight: 3, arbitrary: of('clock', fc.constantFrom(...NOWS)) },
  { weight: 1, arbitrary: of('pages', editorialPageEdits) },
  { weight: 5, arbitrary: of('comments', commentEdits) },
  { weight: 5, arbitrary: of('media', mediaEdits) },
  { weight: 10, arbitrary: of('data', snapshotEdits) },
);

const ownersEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: of('data', settingEdits) },
  { weight: 2, arbitrary: of('theme', themeEdits) },
);

export interface History {
  readonly start: readonly Edit[];
  /** Edits between two builds. */
  readonly steps: readonly (readonly Edit[])[];
  /** Builds see files that are no longer fresh, so that they trust what they remember of them. */
  readonly settled: boolean;
}

const anyEdits = {
  editors: contentEdit,
  owners: fc.oneof(contentEdit, ownersEdit),
  /** Somebody, or something, that has its hands in the output and the caches. */
  strangers: fc.oneof(contentEdit, of('output', outputEdits)),
};

/** Histories of 4 to 15 articles and of 2 to 5 builds; those of owners and strangers are half of edits by editors. */
export function histories(by: keyof typeof anyEdits): fc.Arbitrary<History> {
  const anyEdit = anyEdits[by];
  return fc.record({
    start: fc.array(addition, { minLength: 4, maxLength: 15 }),
    steps: fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
    settled: fc.boolean(),
  });
}
