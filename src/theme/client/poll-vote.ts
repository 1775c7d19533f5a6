// The form of a poll, which is sent in place once its reader comes near. Without JavaScript the service answers with a page.
import { part } from './element.ts';
import { participationWhenSeen } from './participation-when-seen.ts';

export function pollVote(host: HTMLElement): void {
  const form = part<HTMLFormElement>(host, 'form');
  if (form) participationWhenSeen(form, ({ votesInPlace }) => votesInPlace(host, form));
}
