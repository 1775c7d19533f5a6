// An address that lacks its beginning becomes the whole address that is meant.

/** The ends of hosts that French newsrooms link to, and no ending of a file (`.md`, `.sh`, `.zip` are both). */
const HOST_ENDS =
  'com|org|net|info|eu|int|edu|gov|gouv|fr|be|ch|ca|lu|mc|uk|de|es|it|nl|pt|at|ie|us|cn|jp|ru|br|in|ma|tn|dz|sn|ci|cm|africa|paris|bzh|quebec|news|media|tv|io|co|me|app|dev|org';
const HOST = new RegExp(
  `^(?:www\\.[^/?#\\s]+|(?:[\\p{L}\\p{N}%-]+\\.)+(?:${HOST_ENDS}))(?::\\d+)?(?=[/?#]|$)`,
  'iu',
);
const MAIL = /^[^\s/@:?#]+@[^\s/@:?#]+\.[a-z]{2,}(?=\?|$)/i;
/** `https//a.fr`, `https:a.fr`, `https:/a.fr`, `http/a.fr`, `https//:a.fr`. */
const BROKEN_SCHEME = /^(https?)(?::?\/\/?:?|:)(?=[\p{L}\p{N}])/iu;
const GOOD_SCHEME = /^https?:\/\//i;
/** French numbers and those with a country's code; other digits may be a day or the name of a page. */
const PHONE = /^(?:tel:\s*)?((?:\+\(?|0)\d[\d\s.()-]{4,}\d)$/i;

/** A no-break space, as the parser gives it. */
const NO_BREAK = /%C2%A0|%E2%80%AF|[\u00A0\u202F]/i;
const EACH_NO_BREAK = new RegExp(NO_BREAK, 'gi');

/** null: the address is whole, or leads within the site. */
export function likelyAddress(address: string): string | null {
  if (NO_BREAK.test(address)) {
    const plain = address.replace(EACH_NO_BREAK, ' ').trim().replaceAll(' ', '%20');
    return likelyAddress(plain) ?? plain;
  }
  if (GOOD_SCHEME.test(address) || address.startsWith('/') || address.startsWith('#')) return null;
  const broken = BROKEN_SCHEME.exec(address);
  if (broken) return `${broken[1]!.toLowerCase()}://${address.slice(broken[0].length)}`;
  if (MAIL.test(address)) return `mailto:${address}`;
  if (HOST.test(address)) return `https://${address}`;
  const phone = PHONE.exec(address.replaceAll('%20', ' '));
  if (!phone || /^tel:\S+$/.test(address)) return null;
  return `tel:${phone[1]!.replace(/[^+\d]/g, '')}`;
}
