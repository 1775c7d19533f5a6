// What `npm run publish` says of those who hear at once what changed, in French.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

const NAMES: Readonly<Record<string, string>> = { 'index-now': 'IndexNow', 'web-sub': 'WebSub' };

const counted = (service: string, count: number): string =>
  service === 'index-now'
    ? `${groupDigits(count)} ${agree(count, 'page', 'pages')}`
    : `${groupDigits(count)} ${agree(count, 'flux', 'flux')}`;

const REASONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'index-now': {
    credentials: 'la clé n’est pas reconnue. Vérifiez que son fichier se lit en ligne, à la racine du site',
    'unknown-zone': 'adresse du service inconnue. Vérifiez INDEXNOW_URL',
  },
  'web-sub': {
    credentials: 'le relais refuse ce site. Vérifiez «\u00a0hub\u00a0» dans _data/site',
    'unknown-zone': 'il n’y a pas de relais à cette adresse. Vérifiez «\u00a0hub\u00a0» dans _data/site',
  },
};

const COMMON: Readonly<Record<string, string>> = {
  limit: 'trop de demandes en peu de temps',
  unreachable: 'pas de réponse utilisable, malgré plusieurs essais',
  late: 'le temps prévu est écoulé',
  'not-offered': 'le service ne sait pas le faire',
  other: 'demande refusée',
};

export const pingWords = quoting({
  /** @param parts each of one service. */
  wouldTell: (parts: readonly (readonly [service: string, count: number])[]) =>
    `À signaler, si vous ajoutez «\u00a0--ping\u00a0»\u00a0: ${parts.map(([service, count]) => `${counted(service, count)} (${NAMES[service]})`).join(', ')}.`,
  told: (service: string, count: number) =>
    `${NAMES[service]}\u00a0: ${counted(service, count)} ${service === 'index-now' ? agree(count, 'signalée', 'signalées') : agree(count, 'signalé', 'signalés')}.`,
  refused: (service: string, reason: string, count: number, detail: string) =>
    `${NAMES[service]}\u00a0: ${counted(service, count)} non ${service === 'index-now' ? agree(count, 'signalée', 'signalées') : agree(count, 'signalé', 'signalés')}, ${REASONS[service]?.[reason] ?? COMMON[reason]}${detail === '' ? '' : ` (${detail})`}. Ce qui est publié le reste\u202f; il n’y a rien à refaire.`,
  noneNamed:
    'L’option «\u00a0--ping\u00a0» n’a personne à prévenir\u00a0: nommez «\u00a0indexNow\u00a0» ou «\u00a0hub\u00a0» dans _data/site.',
} as const);
