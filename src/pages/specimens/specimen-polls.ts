// A setting becomes a made-up poll in each of its states.
import { pollUrl } from '../../address/addresses.ts';
import { styleWords } from '../../locale/style-words.ts';
import { wholePercents } from '../../locale/whole-percents.ts';
import { HOUR } from '../../time/durations.ts';
import type { PollView } from '../poll/poll.ts';
import { momentAt, type SpecimenSetting } from './specimen-setting.ts';

const SLUG = 'exemple';
const VOTES = [1288, 561, 228] as const;

/** `action` is the address that takes votes while the poll is open. */
export function specimenPolls(
  setting: SpecimenSetting,
  action: string,
): Readonly<Record<'open' | 'noVote' | 'noVoting' | 'closed', PollView>> {
  const poll = (
    votes: readonly number[],
    { closed, action }: Pick<PollView, 'closed' | 'action'>,
  ): PollView => {
    const percents = wholePercents(votes);
    return {
      slug: SLUG,
      url: setting.leadsTo(pollUrl(SLUG)),
      question: styleWords.question,
      closes: momentAt(setting, closed ? -HOUR : 48 * HOUR),
      closed,
      action,
      hidden: null,
      counted: votes.length > 0 ? momentAt(setting, -HOUR) : null,
      votes: votes.reduce((sum, count) => sum + count, 0),
      choices: styleWords.choices.map((text, index) => ({
        slug: `choix-${index + 1}`,
        text,
        votes: votes[index] ?? 0,
        percent: percents[index] ?? 0,
      })),
    };
  };
  return {
    open: poll(VOTES, { closed: false, action }),
    noVote: poll([], { closed: false, action }),
    noVoting: poll(VOTES, { closed: false, action: null }),
    closed: poll(VOTES, { closed: true, action: null }),
  };
}
