// From which page a form was sent, as browsers say; and for which host.
import { siteOrigin } from './answer.ts';
import type { Context } from './context.ts';
import type { Settings } from './settings.ts';

/** Browsers say with every POST of a form which page sent it (Fetch, « Origin header »); whoever says nothing is no browser of a reader's. */
export function isSentByOtherSite(c: Context, settings: Settings): boolean {
  return c.req.header('origin') !== siteOrigin(settings);
}

/** Of forms on the service's own pages. */
export function isSentByOtherService(c: Context, { origin }: Settings): boolean {
  return c.req.header('origin') !== origin;
}

/** Somebody who makes browsers take another name for ours (DNS rebinding) asks for that name. */
export function isForOtherHost(c: Context, { origin }: Settings): boolean {
  return c.req.header('host') !== new URL(origin).host;
}
