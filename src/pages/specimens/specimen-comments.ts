// Made-up comments of readers, while they can be added to, and once they cannot.
import { styleWords } from '../../locale/style-words.ts';
import { HOUR } from '../../time/durations.ts';
import type { CommentsView, CommentView } from '../article/article-page.ts';
import { momentAt, type SpecimenSetting } from './specimen-setting.ts';

/** `action` is where comments are sent while somebody takes them. */
export function specimenComments(
  setting: SpecimenSetting,
  action: string,
): { readonly open: CommentsView; readonly closed: CommentsView; readonly none: CommentsView } {
  const list = styleWords.remarks.map(
    (text, index): CommentView => ({
      name: styleWords.readers[index] ?? null,
      date: momentAt(setting, -index * HOUR),
      paragraphs: [text],
    }),
  );
  return {
    open: { list, action },
    closed: { list: list.slice(0, 1), action: null },
    none: { list: [], action: null },
  };
}
