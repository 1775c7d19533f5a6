// What the command that counts readers says, in French.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

/** In the middle of a sentence. */
const SERVICES: Readonly<Record<string, string>> = {
  plausible: 'Plausible',
  matomo: 'Matomo',
  goatcounter: 'GoatCounter',
};

/** After « il faut »: the file that tells which pages were read, and when. */
const EXPORTED: Readonly<Record<string, string>> = {
  plausible: '«\u00a0imported_pages_….csv\u00a0», dans l’archive que prépare Plausible (Imports & exports)',
  matomo:
    'le JSON des pages jour par jour (Actions.getPageUrls, avec period=day, date=last2, flat=1 et format=JSON)',
  goatcounter: 'le CSV de «\u00a0Export\u00a0», compressé ou non',
};

const lines = (count: number): string => `${groupDigits(count)} ${agree(count, 'ligne', 'lignes')}`;

export const mostReadWords = quoting({
  noLog:
    'Il manque le journal du serveur\u00a0: npm run most-read -- /var/log/nginx/access.log, ou l’option --service, ou «\u00a0logs\u00a0» ou «\u00a0mostReadService\u00a0» dans _data/site.',
  noLogHere: (patterns: readonly string[]) =>
    `Aucun journal récent n’est ici sous ${patterns.map(each => `«\u00a0${each}\u00a0»`).join(', ')} (logs, dans _data/site)\u00a0: rien n’a été compté. S’ils sont sur une autre machine, c’est à elle de compter.`,
  logsAndService: 'Indiquez des journaux ou un service avec --service\u00a0: pas les deux.',
  standardInput: 'l’entrée standard',
  absent: (name: string) => `Le journal «\u00a0${name}\u00a0» n’existe pas\u202f; rien n’a été compté.`,
  folder: (name: string) =>
    `«\u00a0${name}\u00a0» est un dossier\u202f; indiquez les journaux eux-mêmes, comme ${name}/access.log.`,
  unknownFormat: (name: string) =>
    `Aucune ligne du début de «\u00a0${name}\u00a0» n’est d’une forme connue\u202f; rien n’a été compté. Sont connus\u00a0: le journal «\u00a0combined\u00a0» de nginx et d’Apache (avec le navigateur, et des adresses IP et non des noms), le JSON de Caddy, le journal standard de CloudFront avec sa ligne «\u00a0#Fields\u00a0», Logpush de Cloudflare en JSON, et tout JSON dont «\u00a0logFields\u00a0» donne les champs dans _data/site (docs/living-data.md).`,
  damaged: (name: string, detail: string) =>
    `La fin de «\u00a0${name}\u00a0» n’a pas pu être décompressée (${detail})\u202f; ce qui précède est compté.`,
  counted: (read: number, reads: number) =>
    `${lines(read)} ${agree(read, 'lue', 'lues')}, ${groupDigits(reads)} ${agree(reads, 'lecture', 'lectures')} d’articles.`,
  malformed: (count: number) =>
    `${lines(count)} ${agree(count, 'illisible a été passée', 'illisibles ont été passées')}.`,
  later: (count: number) =>
    `${lines(count)} ${agree(count, 'est datée', 'sont datées')} d’après l’instant du relevé, et ${agree(count, 'n’est pas comptée', 'ne sont pas comptées')}\u00a0: vérifiez l’horloge du serveur, «\u00a0clock\u00a0» dans _data/site ou --now.`,
  nothing: 'Aucune lecture récente d’un article\u00a0: le relevé reste tel qu’il est.',
  unchanged: 'Rien n’a changé\u00a0: le relevé reste tel qu’il est.',
  rival: (file: string) =>
    `${file} dit déjà ce qui est le plus lu, et le site ne peut pas avoir les deux\u00a0: supprimez ce fichier, et le relevé ira dans most-read.json.`,
  written: (file: string, articles: number, moment: string) =>
    `Relevé des lectures du ${moment}\u00a0: ${groupDigits(articles)} ${agree(articles, 'article', 'articles')} dans ${file}.`,
  unknownService: (typed: string, known: readonly string[]) =>
    `«\u00a0${typed}\u00a0» n’est pas un service que Quotidien sait lire. Ceux qu’il connaît\u00a0: ${known.join(', ')}.`,
  noExport: (service: string, file: string) =>
    `«\u00a0${file}\u00a0» n’est pas un export de ${SERVICES[service]}\u202f; rien n’a été compté. Il faut ${EXPORTED[service]}.`,
  missing: (service: string, name: string) =>
    `Pour lire ${SERVICES[service]}, il manque la variable d’environnement ${name}.`,
  notOneWord: (name: string) =>
    `La variable d’environnement ${name} contient une espace, un accent ou un retour à la ligne\u00a0: copiez-la de nouveau, sans rien autour.`,
  notServer: (name: string) =>
    `La variable d’environnement ${name} doit être une adresse qui commence par «\u00a0https://\u00a0» (ou «\u00a0http://\u00a0» sur cette machine même), sans nom d’utilisateur ni mot de passe.`,
  refused: (service: string, reason: string, detail: string) =>
    `${SERVICES[service]}\u00a0: ${REASONS[reason]}${detail === '' ? '' : ` (${detail})`}. Le relevé reste tel qu’il est.`,
});

const REASONS: Readonly<Record<string, string>> = {
  credentials: 'accès refusé\u202f; vérifiez la clé et les droits qu’elle donne',
  unreachable: 'pas de réponse utilisable, malgré plusieurs essais',
  answer: 'la réponse n’est pas celle que sa documentation décrit',
  other: 'demande refusée',
};
