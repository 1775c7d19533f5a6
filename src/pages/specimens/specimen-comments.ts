// A setting becomes made-up comments: under an open article, under a closed one, and none.
import { styleWords } from '../../locale/style-words.ts';
import { HOUR } from '../../time/durations.ts';
import type { CommentsView, CommentView } from '../article/article-view.ts';
import { momentAt, type SpecimenSetting } from './specimen-setting.ts';

/** `action` is the address that takes comments. */
export function specimenComments(
  setting: SpecimenSetting,
  action: string,
): { readonly open: CommentsView; readonly closed: CommentsView; readonly none: CommentsView } {
  const list = styleWords.remarks.map(
    (text, index): CommentView => ({
      id: `000${index + 1}`,
      name: styleWords.readers[index] ?? null,
      date: momentAt(setting, -index * HOUR),
      paragraphs: [text],
      answersGone: false,
      // A specimen leads nowhere else.
      report: action,
    }),
  );
  const [first, second, third] = list;
  return {
    open: {
      list: [
        { ...first!, replies: [second!] },
        { ...third!, answersGone: true, replies: [] },
      ],
      count: list.length,
      action,
    },
    closed: { list: [{ ...first!, id: null, report: null, replies: [] }], count: 1, action: null },
    none: { list: [], count: 0, action: null },
  };
}
