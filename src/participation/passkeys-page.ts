// The passkeys of editors become the page on which they are added and taken away.
import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import { moderationWords as words } from '../locale/participation-words.ts';
import { page } from './answer.ts';
import { PASSKEY_SCRIPT, passkeyForm } from './entrance-page.ts';
import { KEYS_PATH, MODERATION_PATH } from './moderation-address.ts';
import { ALGORITHMS } from './passkey.ts';
import type { Passkey } from './store/passkey-store.ts';

export interface PasskeysInput {
  readonly keys: readonly Passkey[];
  readonly host: string;
  readonly token: string;
  /** For a new key; null: none can be added here. */
  readonly challenge: string | null;
  readonly isByLink: boolean;
}

export function passkeysPage({ keys, host, token, challenge, isByLink }: PasskeysInput) {
  const own = html`<input type="hidden" name="token" value="${token}">`;
  return page(
    words.keysTitle,
    html`<p><a href="${MODERATION_PATH}">${words.toWaiting}</a></p>
<p>${keys.length === 0 ? words.noKeys : words.keysNote}</p>
<ul>
${keys.map(({ id, name, added, used }) => html`<li><strong>${name}</strong> · ${words.keyTimes(dayOf(added), used === null ? null : dayOf(used))} <form method="post" action="${KEYS_PATH}">${own}<button name="revoke" value="${id}">${words.revoke}<span class="unseen"> ${name}</span></button></form></li>\n`)}</ul>
${challenge === null ? html`<p>${isByLink ? words.noKeysHere : words.linkNeeded}</p>` : addForm(own, host, challenge, keys)}`,
    challenge === null ? '' : PASSKEY_SCRIPT,
  );
}

function addForm(
  own: ReturnType<typeof html>,
  host: string,
  challenge: string,
  keys: readonly Passkey[],
): ReturnType<typeof html> {
  const creation = {
    challenge,
    rp: { id: host, name: words.title },
    // One account a key: the name is the editor's own, and the id says nothing of them (§ 14.6.1).
    user: { id: randomBytes(16).toString('base64url'), name: words.title, displayName: words.title },
    pubKeyCredParams: ALGORITHMS.map(alg => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    excludeCredentials: keys.map(({ id }) => ({ type: 'public-key', id })),
  };
  return html`<h2>${words.addKey}</h2>
<noscript><p>${words.keyNeedsScript}</p></noscript>
${passkeyForm(
  KEYS_PATH,
  { creation },
  html`${own}<p><label for="nom">${words.keyName}</label> <input id="nom" name="name" required maxlength="40" autocomplete="off"></p>
<button>${words.addKey}</button>`,
)}`;
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString();
}
