// Random edits of articles by editors: new ones, other texts, other fields, other places in the repository.
import fc from 'fast-check';
import { article, type MiniSite } from '../mini-site.ts';
import { ARTICLE_FIELDS, ARTICLE_GROUPS, newFields } from './article-fields.ts';
import { number, SECTIONS, SLUGS, which } from './few-values.ts';
import { type FieldEdit, fieldEdits, withField } from './field-path.ts';

const FOLDERS = ['', '2014/', '2014/05/', 'agence/'];

type Fields = Readonly<Record<string, unknown>>;

/** Plain data, that fast-check can shrink. One that has nothing to act on does nothing. */
export type ArticleEdit =
  | {
      readonly edit: 'add';
      readonly folder: string;
      readonly slug: string;
      readonly fields: Fields;
      readonly body: number;
    }
  | { readonly edit: 'body'; readonly which: number; readonly body: number }
  | { readonly edit: 'field'; readonly which: number; readonly field: FieldEdit }
  | { readonly edit: 'rename'; readonly which: number; readonly slug: string }
  | { readonly edit: 'move'; readonly which: number; readonly folder: string }
  | { readonly edit: 'delete' | 'touch' | 'break' | 'misspell' | 'mend'; readonly which: number };

const slug = fc.constantFrom(...SLUGS);
const folder = fc.constantFrom(...FOLDERS);
const named = <Name extends string>(edit: Name) => fc.constant(edit);

export const newArticles: fc.Arbitrary<ArticleEdit> = fc.record({
  edit: named('add'),
  folder,
  slug,
  fields: newFields,
  body: number,
});

export const articleEdits: fc.Arbitrary<ArticleEdit> = fc.oneof(
  { weight: 4, arbitrary: newArticles },
  { weight: 3, arbitrary: fc.record({ edit: named('body'), which, body: number }) },
  { weight: 12, arbitrary: fc.record({ edit: named('field'), which, field: fieldEdits(ARTICLE_FIELDS) }) },
  { weight: 2, arbitrary: fc.record({ edit: named('rename'), which, slug }) },
  { weight: 2, arbitrary: fc.record({ edit: named('move'), which, folder }) },
  { weight: 3, arbitrary: fc.record({ edit: named('delete'), which }) },
  { weight: 1, arbitrary: fc.record({ edit: named('touch'), which }) },
  { weight: 2, arbitrary: fc.record({ edit: named('break'), which }) },
  { weight: 1, arbitrary: fc.record({ edit: named('misspell'), which }) },
  { weight: 4, arbitrary: fc.record({ edit: named('mend'), which }) },
);

/** What some versions of a text show, or link to. */
const NAMED_IN_TEXT: Readonly<Record<number, string>> = {
  5: '\n\n[Le port](/articles/port.md#partie-suite)',
  6: '\n\n[Contact](/pages/contact.md) et [le rapport](rapport.pdf)',
  7: '\n\n[Le rapport](/rapport.pdf), [le même](rapport.pdf#page=2)',
  8: '\n\n![Une grue](b.png "Une grue.")',
  9: '\n\n![Une grue](b.png "Une grue.") [Le rapport](rapport.pdf)',
};

/** The articles of a portal that is edited. */
export interface EditedArticles {
  play(edit: ArticleEdit): void;
  /** One of the articles' files, `content/articles/2014/port.md`; undefined: there are none. */
  fileOf(which: number): string | undefined;
  /** Its address, or nearly: with a date in the morning hours it may be that of the day before. */
  addressOf(which: number): string;
}

export function editedArticles(site: MiniSite): EditedArticles {
  const articles = new Map<string, { readonly fields: Fields; readonly body: number }>();

  const save = (file: string, fields: Fields, body: number): void => {
    articles.set(file, { fields, body });
    const named = NAMED_IN_TEXT[body] ?? '';
    site.write(file, article(fields, `Un texte, version ${body}.${named}\n\n## Suite\n\nEt « la fin » ?`));
  };
  /** The comments of an article stay with it; those of one that was removed are in the way, and stay behind. */
  const moveTo = (from: string, to: string): void => {
    if (articles.has(to)) return;
    site.rename(from, to);
    if (site.holds(threadOf(from)) && !site.holds(threadOf(to))) site.rename(threadOf(from), threadOf(to));
    articles.set(to, articles.get(from)!);
    articles.delete(from);
  };
  const fileOf = (which: number): string | undefined => [...articles.keys()][which % articles.size];

  const play = (edit: ArticleEdit): void => {
    if (edit.edit === 'add') {
      save(`content/articles/${edit.folder}${edit.slug}.md`, edit.fields, edit.body);
      return;
    }
    const file = fileOf(edit.which);
    if (file === undefined) return;
    const { fields, body } = articles.get(file)!;
    switch (edit.edit) {
      case 'body':
        save(file, fields, edit.body);
        return;
      case 'field':
        save(file, withField(fields, edit.field, ARTICLE_GROUPS), body);
        return;
      case 'rename':
        moveTo(file, file.replace(/[^/]+$/, `${edit.slug}.md`));
        return;
      case 'move':
        moveTo(file, `content/articles/${edit.folder}${file.split('/').pop()}`);
        return;
      case 'delete':
        articles.delete(file);
        site.remove(file);
        return;
      case 'touch':
        site.write(file, site.read(file));
        return;
      case 'break':
        save(file, { ...fields, date: 'hier' }, body);
        return;
      case 'misspell':
        save(file, { ...fields, topics: ['comerce'] }, body);
        return;
      case 'mend':
        save(file, { ...fields, date: '2014-05-20T12:00', topics: undefined, authors: undefined }, body);
        return;
    }
  };

  const addressOf = (which: number): string => {
    const file = fileOf(which);
    if (file === undefined) return `/${SECTIONS[0]}/2014/05/20/rien.html`;
    const { section, date } = articles.get(file)!.fields;
    const [day = '2014-05-20'] = /^\d{4}-\d\d-\d\d/.exec(String(date)) ?? [];
    const name = file.split('/').pop()!.replace('.md', '');
    return `/${section}/${day.replaceAll('-', '/')}/${name}.html`;
  };
  return { play, fileOf, addressOf };
}

/** The folder of the comments on an article. */
export function threadOf(file: string): string {
  return file.replace('/articles/', '/comments/').replace(/\.md$/, '');
}
