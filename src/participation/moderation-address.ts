// Where editors moderate, and where a one-time link leads.

export const MODERATION_PATH = '/moderation';
export const ENTRANCE_PATH = `${MODERATION_PATH}/entrer`;
/** Where a passkey is shown to the service. */
export const KEY_ENTRANCE_PATH = `${ENTRANCE_PATH}/cle`;
/** Where editors add passkeys and take them away. */
export const KEYS_PATH = `${MODERATION_PATH}/cles`;
/** The parameter and the field that hold what a link is worth. */
export const LINK_FIELD = 'lien';

export function linkAddress(origin: string, secret: string): string {
  return `${origin}${ENTRANCE_PATH}?${LINK_FIELD}=${secret}`;
}
