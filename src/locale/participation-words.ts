// The French words of the service of comments and votes: for readers whose message can't be taken, for who runs it, for who moderates.
import { agree, groupDigits } from './numbers.ts';

/** Whoever signs in Arabic or Hebrew must not turn the sentence around the name: set apart by U+2068 and U+2069 (UAX 9, section 2.3). */
function signed(name: string | null): string {
  return name === null ? 'Anonyme' : `\u2068${name}\u2069`;
}

/** What is wrong with the environment of the service. */
export const settingsWords = {
  missing: (name: string) =>
    `La variable d’environnement ${name} manque\u202f; docs/participation.md dit ce qu’elle contient.`,
  wrong: (name: string, text: string, expected: string) =>
    `La variable ${name} («\u00a0${/URL$/.test(name) && name.startsWith('DATABASE') ? '…' : text.slice(0, 100)}\u00a0») n’est pas lisible\u202f; écrivez ${expected}.`,
  site: 'l’adresse du portail, comme «\u00a0https://www.exemple.fr\u00a0»',
  lists: 'l’adresse où le service lit les listes du portail, comme «\u00a0http://10.0.0.5\u00a0»',
  origin: 'l’adresse du service lui-même, comme «\u00a0https://avis.exemple.fr\u00a0», sans rien après',
  host: 'une adresse de cette machine, comme «\u00a0127.0.0.1\u00a0»',
  port: 'un port de 1 à 65535',
  database: 'une adresse qui commence par «\u00a0postgres://\u00a0»',
  work: 'un nombre de 10 à 24, comme «\u00a018\u00a0»',
  proxies: 'des adresses ou des plages séparées par des virgules, comme «\u00a0127.0.0.1, 10.0.0.0/8\u00a0»',
} as const;

/** Why something was not taken, by the name of the reason; each says what the reader can do. */
export const refusalWords: Readonly<Record<string, string>> = {
  'no-text': 'Votre commentaire est vide. Écrivez quelques mots, puis renvoyez-le.',
  'long-text': 'Votre commentaire dépasse 3\u202f000 signes. Raccourcissez-le, puis renvoyez-le.',
  'long-name': 'Votre nom dépasse 60 signes. Raccourcissez-le, puis renvoyez votre commentaire.',
  'many-links': 'Votre commentaire contient plus de trois liens. Retirez-en, puis renvoyez-le.',
  'too-fast':
    'Votre commentaire est parti trop vite pour avoir été écrit. Attendez quelques secondes, puis renvoyez-le.',
  trap: 'Votre commentaire n’a pas pu être reçu. Renvoyez-le depuis la page de l’article.',
  'no-article': 'Cet article ne reçoit pas de commentaires.',
  closed: 'Les commentaires de cet article sont fermés\u00a0: il est trop ancien.',
  'no-comment':
    'Le commentaire auquel vous répondez n’est plus là. Rechargez la page de l’article, puis renvoyez votre texte.',
  'not-there': 'Ce commentaire n’est plus sur le portail.',
  'no-reason': 'Choisissez un motif, puis renvoyez votre signalement.',
  'long-remark': 'Votre remarque dépasse 500 signes. Raccourcissez-la, puis renvoyez-la.',
  'key-name':
    'Donnez à cette clé un nom de 40 signes au plus, que nulle autre ne porte. Revenez à la page des clés.',
  work: 'Le calcul qui protège le portail des envois en masse n’est plus valable. Renvoyez votre commentaire.',
  full: 'Beaucoup de commentaires attendent déjà la rédaction. Gardez votre texte, et renvoyez-le demain.',
  'no-poll': 'Ce sondage n’existe pas, ou n’est pas encore ouvert.',
  'no-choice': 'Choisissez une réponse, puis votez.',
  'poll-closed': 'Ce sondage est clos.',
  'known-vote': 'Un vote a déjà été reçu de votre part, ou depuis votre réseau.',
  'too-many': 'Trop de messages arrivent à la fois. Attendez une minute, puis recommencez.',
  'too-many-by-far': 'Trop de messages arrivent à la fois. Attendez dix minutes, puis recommencez.',
  origin: 'Ce formulaire n’a pas été envoyé depuis le portail. Renvoyez-le depuis sa page.',
  host: 'Cette adresse n’est pas celle du service.',
  form: 'Ce qui a été envoyé n’est pas lisible. Renvoyez-le depuis la page du portail.',
  large: 'Ce qui a été envoyé est trop long.',
  later:
    'Le service ne peut rien recevoir pour l’instant. Gardez votre texte, et renvoyez-le dans quelques minutes.',
};

/** On the service's own pages. */
export const servicePageWords = {
  refusedTitle: 'Message non reçu',
  keepText: 'Le bouton «\u00a0Précédent\u00a0» de votre navigateur ramène à votre texte.',
  backToArticle: 'Revenir à l’article',
  backToPoll: 'Revenir au sondage',
  backToPortal: 'Revenir au portail',
  notFound: 'Il n’y a rien à cette adresse.',
  failed: 'Le service a rencontré une erreur. Recommencez dans quelques minutes.',
  pollTitle: 'Sondage',
  thanksForVote: 'Votre vote est compté. Merci\u202f!',
  votesOf: (votes: number) => `${groupDigits(votes)} ${agree(votes, 'vote', 'votes')}`,
  hiddenUntilClosed: 'Les résultats seront montrés à la clôture du sondage.',
  hiddenUntilVoted: 'Les résultats sont montrés à qui a voté.',
} as const;

/** On the page by which a reader reports a comment. */
export const reportWords = {
  title: 'Signaler un commentaire',
  commentOf: (name: string | null) => `Commentaire de ${signed(name)}\u00a0:`,
  rules:
    'La rédaction relira ce commentaire, et le retirera s’il le faut. Elle ne saura pas qui l’a signalé\u202f; le service ne garde rien de vous.',
  reason: 'Motif',
  reasons: {
    hate: 'Haine, racisme ou discrimination',
    insult: 'Injure ou menace',
    private: 'Atteinte à la vie privée',
    false: 'Fausse information ou diffamation',
    advert: 'Publicité ou lien trompeur',
    other: 'Autre motif',
  },
  remark: 'Précisions (facultatif)',
  leaveEmpty: 'Laissez ce champ vide',
  send: 'Envoyer le signalement',
  back: 'Revenir à l’article',
  backToPortal: 'Revenir au portail',
  thanks: 'Merci',
  received: 'Votre signalement est bien arrivé. La rédaction relira ce commentaire.',
} as const;

const STATUSES: Readonly<Record<string, string>> = {
  pending: 'en attente',
  approved: 'approuvé',
  refused: 'refusé',
  erased: 'effacé',
  flagged: 'mis de côté',
  unflagged: 'remis en attente',
  dismissed: 'signalement classé',
  reopened: 'signalement rouvert',
  restored: 'rétabli',
  'key-added': 'clé ajoutée',
  'key-revoked': 'clé retirée',
};

const comments = (count: number): string =>
  `${groupDigits(count)} ${agree(count, 'commentaire', 'commentaires')}`;

/** `20.05.2014` of `2014-05-20T…`. */
const dayOf = (iso: string): string => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;

const links = (count: number): string => `${groupDigits(count)} ${agree(count, 'lien', 'liens')}`;

/** On the pages of moderation. */
export const moderationWords = {
  title: 'Modération',
  entrance: 'Ce lien ouvre la modération sur cet appareil, une seule fois.',
  enter: 'Entrer',
  signedOut: 'Vous n’êtes pas connecté, ou votre session est terminée.',
  usedLink: 'Ce lien a déjà servi, ou n’est plus valable.',
  left: 'Vous êtes déconnecté.',
  howToEnter: 'Pour entrer, demandez un lien à qui tient le service\u00a0: npm run participation -- login.',
  keyRefused: 'Cette clé n’est pas connue, ou a répondu trop tard.',
  enterByKey: 'Entrer avec une clé d’accès',
  keyFailed: 'Aucune clé n’a répondu. Recommencez, ou demandez un lien.',
  queues: 'Files',
  queueNames: { pending: 'En attente', flagged: 'À revoir', reported: 'Signalés', refused: 'Refusés' },
  queueOf: {
    pending: (count: number) =>
      count === 0
        ? 'Aucun commentaire n’attend.'
        : `${comments(count)} en attente, du plus ancien au plus récent.`,
    flagged: (count: number) =>
      count === 0
        ? 'Aucun commentaire n’est mis de côté.'
        : `${comments(count)} ${agree(count, 'mis', 'mis')} de côté pour une seconde lecture.`,
    reported: (count: number) =>
      count === 0
        ? 'Aucun signalement n’attend.'
        : `${comments(count)} ${agree(count, 'signalé', 'signalés')} par des lecteurs.`,
    refused: (count: number) =>
      count === 0
        ? 'Aucun commentaire refusé.'
        : `${comments(count)} ${agree(count, 'refusé', 'refusés')}, ${agree(count, 'effacé', 'effacés')} trente jours après la décision.`,
  },
  byArticle: 'Par article',
  unknownComment: (id: string) => `Commentaire ${id}`,
  onlyInFiles: (file: string) =>
    `Seuls les fichiers du portail connaissent ce commentaire. Pour le retirer, ôtez ${file}.`,
  reasons: reportWords.reasons,
  allArticles: 'Tous les articles',
  onlyThisArticle: 'Cet article seulement',
  anonymous: 'Anonyme',
  hour: (iso: string) => `${dayOf(iso)} ${iso.slice(11, 13)}h${iso.slice(14, 16)} (UTC)`,
  answersTo: (name: string | null, status: string) =>
    `En réponse à ${signed(name)}${status === 'approved' ? '' : ` (${STATUSES[status] ?? status})`}\u00a0:`,
  answersUnknown: (id: string) =>
    `En réponse à un commentaire que le service ne connaît pas (${id})\u00a0: importé, écrit à la main, ou inventé.`,
  links,
  unproven: 'envoyé sans calcul',
  copies: (count: number) => `reçu ${groupDigits(count + 1)} fois`,
  acts: {
    approve: 'Approuver',
    refuse: 'Refuser',
    flag: 'Mettre de côté',
    unflag: 'Remettre en attente',
    dismiss: 'Laisser en ligne',
    remove: 'Retirer',
    undo: 'Annuler',
  },
  lastAct: (act: string, name: string | null) =>
    `Commentaire de ${signed(name)}\u00a0: ${STATUSES[act] ?? act}.`,
  keys: 'Au clavier\u00a0: J et K passent d’un commentaire à l’autre, A approuve ou laisse en ligne, R refuse ou retire, S met de côté, U annule la dernière décision.',
  toWaiting: 'En attente',
  toAudit: 'Journal',
  audit: 'Journal de la modération',
  auditColumns: ['Heure', 'Qui', 'Quoi', 'Commentaire ou clé'],
  toKeys: 'Clés d’accès',
  keysTitle: 'Clés d’accès à la modération',
  noKeys: 'Aucune clé n’ouvre encore la modération.',
  keysNote: 'Ces clés ouvrent la modération. Qui en retire une ferme aussi les sessions qu’elle a ouvertes.',
  keyTimes: (added: string, used: string | null) =>
    `ajoutée le ${dayOf(added)}, ${used === null ? 'jamais utilisée' : `utilisée le ${dayOf(used)}`}`,
  revoke: 'Retirer',
  addKey: 'Ajouter une clé d’accès',
  keyName: 'Nom de la clé, qui signera vos décisions dans le journal\u00a0:',
  keyNeedsScript: 'Une clé d’accès a besoin de JavaScript. Un lien du terminal s’en passe.',
  noKeysHere:
    'Le service n’a pas de nom de domaine à cette adresse\u00a0: aucune clé d’accès n’y est possible.',
  linkNeeded: 'Pour ajouter une clé, entrez d’abord par un lien\u00a0: npm run participation -- login.',
  leave: 'Se déconnecter',
  status: (status: string) => (status === 'pending' ? 'remis en attente' : (STATUSES[status] ?? status)),
} as const;

/** At the terminal. */
export const participationWords = {
  listening: (origin: string, host: string, port: number) =>
    `Le service de participation écoute sur ${host}:${port}, pour ${origin}.`,
  noDatabase: (reason: string) =>
    `La base de données de DATABASE_URL ne répond pas comme il faut (${reason}). Vérifiez l’adresse, le compte et son mot de passe.`,
  cannotListen: (host: string, port: number, reason: string) =>
    `Le service ne peut pas écouter sur ${host}:${port} (${reason}). Arrêtez ce qui s’y trouve, ou donnez d’autres PARTICIPATION_HOST et PARTICIPATION_PORT.`,
  stopping: 'Arrêt demandé\u00a0: le service termine ce qu’il a commencé.',
  unknownAct: (act: string) =>
    `«\u00a0${act}\u00a0» n’est pas une action du service\u202f; voyez npm run participation -- --help.`,
  noIds: (act: string) =>
    `Indiquez le ou les commentaires par leur identifiant\u00a0: npm run participation -- ${act} IDENTIFIANT…`,
  badStatus: (status: string) =>
    `«\u00a0${status}\u00a0» n’est pas un état de commentaire\u202f; écrivez pending, approved ou refused.`,
  unexpectedWord: (word: string) => `«\u00a0${word}\u00a0» est de trop.`,
  none: 'Aucun commentaire.',
  status: (status: string) => STATUSES[status] ?? status,
  noReports: 'Aucun signalement n’attend.',
  unknownToService: '(connu des seuls fichiers du portail)',
  report: (reason: keyof typeof reportWords.reasons, remark: string) =>
    `${reportWords.reasons[reason]}${remark === '' ? '' : `\u00a0: ${remark}`}`,
  noReport: (id: string) => `Aucun signalement du commentaire «\u00a0${id}\u00a0» n’attend.`,
  noKeys: 'Aucune clé d’accès.',
  key: (id: string, name: string, added: string, used: string | null) =>
    `${name}\u00a0: ajoutée le ${dayOf(added)}, ${used === null ? 'jamais utilisée' : `utilisée le ${dayOf(used)}`} (${id})`,
  revoked: (which: string) => `La clé «\u00a0${which}\u00a0» n’ouvre plus la modération, ni ses sessions.`,
  noKey: (which: string) =>
    `Aucune clé n’a «\u00a0${which}\u00a0» pour nom ou pour identifiant\u202f; npm run participation -- keys les montre.`,
  noComment: (id: string) => `Aucun commentaire n’a l’identifiant «\u00a0${id}\u00a0».`,
  decided: (id: string, status: string) => `${id}\u00a0: ${STATUSES[status] ?? status}.`,
  exported: ({
    written,
    removed,
    kept,
  }: {
    readonly written: number;
    readonly removed: number;
    readonly kept: number;
  }) => `${comments(written)} en plus, ${groupDigits(removed)} en moins, ${groupDigits(kept)} déjà là.`,
  noArticleFor: (id: string, file: string) =>
    `${id}\u00a0: l’article «\u00a0${file}\u00a0» n’est plus là\u202f; le commentaire attend. S’il a été déplacé, corrigez-le avec npm run move, ou effacez le commentaire.`,
  totals: (polls: number) =>
    `Votes de ${groupDigits(polls)} ${agree(polls, 'sondage', 'sondages')} mis à jour.`,
  backedUp: (file: string) => `Copie écrite dans «\u00a0${file}\u00a0».`,
  noBackup: 'Avec PostgreSQL, la copie se fait par pg_dump.',
  backupThere: (file: string) => `«\u00a0${file}\u00a0» existe déjà\u202f; indiquez un autre fichier.`,
  noImportFile:
    'Indiquez l’export de WordPress ou de Disqus à lire\u00a0: npm run participation -- import FICHIER.',
  notAnExport: (file: string) =>
    `«\u00a0${file}\u00a0» n’est ni un export de WordPress (WXR) ni un export de Disqus.`,
  brokenXml: (file: string, reason: string) =>
    `«\u00a0${file}\u00a0» n’est pas du XML lisible\u00a0: ${reason}`,
  imported: ({
    written,
    kept,
    empty,
    cut,
  }: {
    readonly written: number;
    readonly kept: number;
    readonly empty: number;
    readonly cut: number;
  }) =>
    `${comments(written)} en plus, ${groupDigits(kept)} déjà là, ${groupDigits(empty)} sans texte ou sans date, ${groupDigits(cut)} ${agree(cut, 'raccourci', 'raccourcis')} à 3\u202f000 signes.`,
  unknownArticles: (names: readonly string[]) =>
    `Aucun article, ou plusieurs, n’ont un fichier de ce nom\u202f; leurs commentaires sont restés de côté\u00a0:\n${names.map(name => `  ${name}`).join('\n')}`,
  answersTo: (id: string) => `en réponse à ${id}`,
  flagged: 'mis de côté',
  unproven: 'envoyé sans calcul',
  noBackupFile: 'Indiquez le fichier à écrire\u00a0: npm run participation -- backup FICHIER.',
  copies: (count: number) => `reçu ${groupDigits(count + 1)} fois`,
  links,
  login: (address: string) =>
    `Ce lien ouvre la modération une fois, pendant un quart d’heure\u00a0:\n${address}`,
} as const;
