// Where editors moderate, and where a one-time link leads.

export const MODERATION_PATH = '/moderation';
export const ENTRANCE_PATH = `${MODERATION_PATH}/entrer`;
/** The parameter and the field that hold what a link is worth. */
export const LINK_FIELD = 'lien';

export function linkAddress(origin: string, secret: string): string {
  return `${origin}${ENTRANCE_PATH}?${LINK_FIELD}=${secret}`;
}
