// A setting becomes made-up comments: under an open article, under a closed one, and none.
import { styleWords } from '../../locale/style-words.ts';
import { HOUR } from '../../time/durations.ts';
import type { CommentsView, CommentView } from '../article/article-page.ts';
import { momentAt, type SpecimenSetting } from './specimen-setting.ts';

/** `action` is the address that takes comments. */
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
