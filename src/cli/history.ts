// `npm run history -- FILE`: the commits of an article, under all the names of its file.
import './end-in-words.ts';
import { fileHistory } from '../content/file-history.ts';
import { historyWords } from '../locale/history-words.ts';
import { SITE_RULES } from '../pages/site-rules.ts';
import { readTimeZone } from '../site/read-site.ts';
import { momentOf } from '../time/moment.ts';
import { DEFAULT_FOLDERS, readCommandLine, wrongUsage } from './command-line.ts';

const { values, positionals } = readCommandLine(
  'history',
  {
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    help: { type: 'boolean', default: false },
  },
  1,
);
const [file] = positionals;
if (!file?.trim()) wrongUsage('history', historyWords.noFile);
const { changes, isShallow } = fileHistory(file);
console.log(changes.length === 0 ? historyWords.notYet(file) : lines(file).join('\n'));

function lines(typed: string): readonly string[] {
  const timeZone = readTimeZone(values.data, SITE_RULES) ?? 'UTC';
  const told = changes.flatMap(({ commit, instant, author, subject, name }, place) => {
    const { day, time } = momentOf(instant, timeZone);
    const line = historyWords.change(commit, day, time, author, subject);
    const wasRenamed = place > 0 && name !== changes[place - 1]!.name;
    return wasRenamed ? [line, historyWords.formerName(name)] : [line];
  });
  return [
    historyWords.heading(typed, changes.length),
    ...told,
    ...(isShallow ? [historyWords.shallow()] : []),
  ];
}
