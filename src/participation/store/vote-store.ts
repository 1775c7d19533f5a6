// Who voted, as a key that says nothing of them, and what was voted, apart from it.
import type { Database } from './database.ts';

export interface Vote {
  readonly poll: string;
  readonly choice: string;
  /** Of this day and of this poll; it can't be traced back to anybody once the day's salt is gone. */
  readonly voter: string;
}

/** Per slug of a poll: per slug of a choice, how many votes. */
export type VoteCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface VoteStore {
  /** `known`: whoever it is has voted already, and nothing is counted. */
  vote(vote: Vote): Promise<'counted' | 'known'>;
  /** Of all polls, or of one. */
  votes(poll?: string): Promise<VoteCounts>;
  /** Forgets who voted in a poll that is over; what was voted stays. */
  forgetVoters(poll: string): Promise<void>;
  /** The polls of which keys of voters are kept. */
  pollsWithVoters(): Promise<readonly string[]>;
}

export function voteStore(database: Database): VoteStore {
  const { rows } = database;
  return {
    vote: ({ poll, choice, voter }) =>
      database.together(async inside => {
        const first = await inside.rows(
          `INSERT INTO voters (poll, voter) VALUES ($1, $2) ON CONFLICT (poll, voter) DO NOTHING RETURNING voter`,
          [poll, voter],
        );
        if (first.length === 0) return 'known';
        await inside.rows(
          `INSERT INTO votes (poll, choice, votes) VALUES ($1, $2, 1)
           ON CONFLICT (poll, choice) DO UPDATE SET votes = votes.votes + 1`,
          [poll, choice],
        );
        return 'counted';
      }),

    async votes(poll) {
      const found =
        poll === undefined
          ? await rows(`SELECT poll, choice, votes FROM votes ORDER BY poll, choice`)
          : await rows(`SELECT poll, choice, votes FROM votes WHERE poll = $1 ORDER BY choice`, [poll]);
      // No prototype: a poll may have the slug `constructor`.
      const counts: Record<string, Record<string, number>> = Object.create(null);
      for (const { poll: of, choice, votes } of found) {
        counts[String(of)] ??= Object.create(null);
        counts[String(of)]![String(choice)] = Number(votes);
      }
      return counts;
    },

    async forgetVoters(poll) {
      await rows(`DELETE FROM voters WHERE poll = $1`, [poll]);
    },

    async pollsWithVoters() {
      return (await rows(`SELECT DISTINCT poll FROM voters ORDER BY poll`)).map(({ poll }) => String(poll));
    },
  };
}
