// The French words about what networks of caches were told after a publication, for owners at a terminal or in the report of their CI.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

const NAMES: Readonly<Record<string, string>> = {
  cloudflare: 'Cloudflare',
  fastly: 'Fastly',
  cloudfront: 'CloudFront',
  varnish: 'Varnish',
  nginx: 'nginx',
  webhook: 'Webhook',
};

/** In the middle of a sentence. */
const named = (cdn: string): string => (cdn === 'webhook' ? 'le webhook' : (NAMES[cdn] ?? cdn));

/** What to look at. */
const SETTINGS: Readonly<Record<string, string>> = {
  cloudflare: 'CLOUDFLARE_API_TOKEN (droit «\u00a0Cache Purge\u00a0») et CLOUDFLARE_ZONE_ID',
  fastly: 'FASTLY_API_TOKEN (droit «\u00a0purge_select\u00a0») et FASTLY_SERVICE_ID',
  cloudfront:
    'les accès AWS (droit «\u00a0cloudfront:CreateInvalidation\u00a0») et CLOUDFRONT_DISTRIBUTION_ID',
  varnish: 'PURGE_URLS, PURGE_TOKEN et ce que le VCL autorise',
  nginx: 'PURGE_URLS et les lignes «\u00a0allow\u00a0» de l’emplacement qui purge',
  webhook: 'PURGE_WEBHOOK_URL et PURGE_WEBHOOK_SECRET',
};

const addresses = (count: number): string => `${groupDigits(count)} ${agree(count, 'adresse', 'adresses')}`;

const said = (detail: string): string => (detail === '' ? '' : ` (${detail})`);

const REASONS: Readonly<Record<string, (cdn: string) => string>> = {
  credentials: cdn => `accès refusé. Vérifiez ${SETTINGS[cdn]}`,
  'unknown-zone': cdn => `destination inconnue. Vérifiez ${SETTINGS[cdn]}`,
  limit: () => 'limite de demandes atteinte',
  unreachable: () => 'pas de réponse utilisable, malgré plusieurs essais',
  late: () => 'le temps prévu pour purger est écoulé',
  'not-offered': () => 'ce cache ne sait pas le faire',
  other: () => 'demande refusée',
};

/** A few of them tell which they are. */
const MOST_LISTED = 5;

const listed = (folders: readonly string[]): string =>
  folders.length <= MOST_LISTED
    ? folders.join(', ')
    : `${folders.slice(0, MOST_LISTED).join(', ')} et ${groupDigits(folders.length - MOST_LISTED)} ${agree(folders.length - MOST_LISTED, 'autre', 'autres')}`;

export const purgeWords = quoting({
  unknownCdn: (typed: string, known: readonly string[]) =>
    `«\u00a0${typed}\u00a0» n’est pas un cache que Quotidien sait purger. Ceux qu’il connaît\u00a0: ${known.join(', ')}.`,
  noCdn: (known: readonly string[]) =>
    `Il manque le nom du cache à purger\u00a0: npm run purge -- cloudflare /chine/. Ceux que Quotidien connaît\u00a0: ${known.join(', ')}.`,
  nothingToPurge:
    'Il manque les adresses à purger, comme /chine/, ou l’option --all pour purger tout le site.',
  allAndAddresses: 'Indiquez des adresses, ou --all pour tout le site\u00a0: pas les deux.',
  notOfSite: (typed: string, baseUrl: string) =>
    `«\u00a0${typed}\u00a0» n’est pas une adresse de ce site\u00a0: écrivez-la comme /chine/ ou ${baseUrl}/chine/.`,
  missing: (cdn: string, name: string) =>
    `Pour purger ${named(cdn)}, il manque la variable d’environnement ${name}.`,
  notOneWord: (name: string) =>
    `La variable d’environnement ${name} contient une espace, un accent ou un retour à la ligne\u00a0: copiez-la de nouveau, sans rien autour.`,
  notServer: (name: string) =>
    `La variable d’environnement ${name} doit être une adresse qui commence par «\u00a0https://\u00a0» (ou «\u00a0http://\u00a0» sur cette machine même), sans nom d’utilisateur ni mot de passe.`,
  notCaches: (name: string) =>
    `La variable d’environnement ${name} doit donner l’adresse de chaque cache, comme «\u00a0http://10.0.0.1:6081\u00a0», séparées par des virgules, sans chemin, nom d’utilisateur ni mot de passe.`,
  notKey: (name: string) =>
    `La variable d’environnement ${name} doit être «\u00a0whsec_\u00a0» suivi de 24 à 64 octets en base64\u00a0: «\u00a0echo whsec_$(openssl rand -base64 32)\u00a0» en fait une.`,
  notCount: (name: string) =>
    `La variable d’environnement ${name} doit être un nombre, comme 100 (0\u00a0: toujours tout le site).`,
  nothing: (cdn: string) => `${NAMES[cdn]}\u00a0: rien à purger.`,
  purged: (cdn: string, count: number) =>
    `${NAMES[cdn]}\u00a0: ${addresses(count)} ${agree(count, 'purgée', 'purgées')}.`,
  foldersPurged: (cdn: string, count: number, folders: readonly string[]) =>
    `${NAMES[cdn]}\u00a0: ${addresses(count)} ${agree(count, 'purgée', 'purgées')}, la plupart par dossiers entiers\u00a0: ${listed(folders)}.`,
  sitePurged: (cdn: string, count: number) =>
    `${NAMES[cdn]}\u00a0: tout le site est purgé${count === 0 ? '' : ` (${addresses(count)} à la fois)`}.`,
  /** `count` 0: the whole site. */
  refused: (cdn: string, reason: string, count: number, detail: string) =>
    `${NAMES[cdn]}\u00a0: ${count === 0 ? 'le site n’est pas purgé' : `${addresses(count)} ${agree(count, 'n’est pas purgée', 'ne sont pas purgées')}`}, ${REASONS[reason]!(cdn)}${said(detail)}.`,
  /** `words`: what stands after the name; a list, so that none is cut. */
  again: (cdn: string, words: readonly string[]) =>
    `Ce qui est publié est en ligne\u202f; les caches peuvent montrer l’ancienne version jusqu’à son terme. Pour purger de nouveau\u00a0: npm run purge -- ${cdn} ${words.join(' ')}`.replace(
      '\u00a0;',
      '\u202f;',
    ),
  noWayForAll:
    'Ce cache ne se purge pas d’un coup\u00a0: videz-le chez lui (pour nginx, le dossier de proxy_cache_path).',
});
