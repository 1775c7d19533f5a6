// The doors of moderation: a link from the console that opens it once, a passkey, or a word of how to get either.
import { html } from 'hono/html';
import { moderationWords as words } from '../locale/participation-words.ts';
import { page } from './answer.ts';
import { ENTRANCE_PATH, KEY_ENTRANCE_PATH, LINK_FIELD, MODERATION_PATH } from './moderation-address.ts';

/** Why somebody sees that page. */
export type SignedOut = 'none' | 'used' | 'left' | 'key';

export function entrancePage(secret: string) {
  return page(
    words.title,
    html`<p>${words.entrance}</p>
<form method="post" action="${ENTRANCE_PATH}"><input type="hidden" name="${LINK_FIELD}" value="${secret}"><button>${words.enter}</button></form>`,
  );
}

/** @param challenge what a passkey has to sign; null: no editor has one. */
export function signedOutPage(reason: SignedOut, challenge: string | null, host: string) {
  const said = { none: words.signedOut, used: words.usedLink, left: words.left, key: words.keyRefused };
  const request = { challenge, rpId: host, userVerification: 'required', allowCredentials: [] };
  return page(
    words.title,
    html`<p>${said[reason]}</p>
${challenge === null ? '' : passkeyForm(KEY_ENTRANCE_PATH, { request }, html`<button>${words.enterByKey}</button>`)}<p>${words.howToEnter}</p>`,
    challenge === null ? '' : PASSKEY_SCRIPT,
  );
}

export const PASSKEY_SCRIPT = html`<script type="module" src="${MODERATION_PATH}/cle.js"></script>\n`;

/** Hidden until the script knows that the browser has passkeys. @param fields what the form has besides. */
export function passkeyForm(action: string, options: unknown, fields: ReturnType<typeof html>) {
  return html`<form method="post" action="${action}" data-passkey="${JSON.stringify(options)}" hidden>${fields}<input type="hidden" name="answer"> <span role="status" data-failed="${words.keyFailed}"></span></form>
`;
}
