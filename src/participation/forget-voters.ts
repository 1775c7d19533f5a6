// Who voted in a poll is forgotten when it is over, or when the site has it no more.
import type { Instant } from '../time/instant.ts';
import type { SiteLists } from './site-lists.ts';
import type { Store } from './store/store.ts';

/** Rejects when the site does not answer: then nothing is forgotten, and nobody votes twice. */
export async function forgetVoters(
  store: Pick<Store, 'pollsWithVoters' | 'forgetVoters'>,
  lists: Pick<SiteLists, 'poll'>,
  now: Instant,
): Promise<void> {
  for (const slug of await store.pollsWithVoters()) {
    const poll = await lists.poll(slug);
    if (poll === null || now >= poll.closes) await store.forgetVoters(slug);
  }
}
