// `/moderation/cles`: the passkeys of editors. Whoever came by a link may add one; whoever is in may take one away.
import { Hono } from 'hono';
import { refuse } from './answer.ts';
import { giveChallenge, useChallenge } from './challenge.ts';
import type { Connection, ServiceInput } from './context.ts';
import { signedOut } from './entrance-routes.ts';
import { KEYS_PATH } from './moderation-address.ts';
import { editorForm, editorOf, MODERATION_HEADERS as headers } from './moderation-session.ts';
import { hasPasskeys, registeredKey } from './passkey.ts';
import { passkeysPage } from './passkeys-page.ts';
import { plainLine } from './plain-text.ts';

const ADD = 'add';
const ADD_TIME = 10 * 60_000;
/** Signs of a name. */
const MOST_NAME = 40;

export function passkeyRoutes(service: ServiceInput): Hono<{ Bindings: Connection }> {
  const { settings, store, now } = service;
  const routes = new Hono<{ Bindings: Connection }>();

  routes.get(KEYS_PATH, async c => {
    const editor = await editorOf(c, service);
    if (editor === null) return await signedOut(c, service, 'none');
    const challenge =
      editor.isByLink && hasPasskeys(settings.origin) ? await giveChallenge(store, ADD, now()) : null;
    return c.html(
      passkeysPage({
        keys: await store.passkeys(),
        host: new URL(settings.origin).hostname,
        token: editor.token,
        challenge,
        isByLink: editor.isByLink,
      }),
      200,
      headers,
    );
  });

  routes.post(KEYS_PATH, async c => {
    const form = await editorForm(c, service, () => signedOut(c, service, 'none'));
    if (!form.ok) return form.answer;
    const { editor, fields } = form;
    const by = { who: editor.who, at: now() };
    if (fields.has('revoke')) {
      await store.revokePasskey(fields.get('revoke')!, by);
      return c.redirect(KEYS_PATH, 303);
    }
    if (!editor.isByLink) return await refuse(c, settings, 'origin');
    const name = plainLine(fields.get('name') ?? '');
    if (name === '' || name.length > MOST_NAME) return await refuse(c, settings, 'key-name');
    const key = await registeredKey(fields.get('answer') ?? '', {
      origin: settings.origin,
      useChallenge: challenge => useChallenge(store, ADD, challenge, { time: ADD_TIME, now: now() }),
    });
    if (key === null) return await refuse(c, settings, 'form');
    if (!(await store.addPasskey({ ...key, name, added: now() }, by)))
      return await refuse(c, settings, 'key-name');
    return c.redirect(KEYS_PATH, 303);
  });
  return routes;
}
