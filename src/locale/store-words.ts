// What is said, in French, of places where a site is put: why an address of one is none, and why a place did not do what it was asked for.
import { quoting } from './quoting.ts';

const FORMS =
  'Écrivez «\u00a0file:dossier\u00a0», «\u00a0s3://compartiment/préfixe\u00a0» ou «\u00a0ssh://utilisateur@serveur/dossier\u00a0».';

export const storeWords = quoting({
  /** Of what an owner typed. What could be a secret is not said again. */
  wrongTarget: {
    empty: `Il manque la destination. ${FORMS}`,
    unknownKind: `La destination n’est ni un dossier, ni un compartiment, ni un serveur. ${FORMS}`,
    unprintable:
      'La destination contient un caractère invisible (retour à la ligne, tabulation…)\u00a0: retirez-le, puis relancez.',
    secret:
      'La destination contient un mot de passe ou une clé, que d’autres liraient dans l’historique ou dans les journaux\u00a0: retirez-les de l’adresse. Les clés d’un compartiment se donnent par les variables AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY, celles d’un serveur par l’agent SSH.',
    noFolder:
      'Il manque le dossier après «\u00a0file:\u00a0». Écrivez par exemple «\u00a0file:/srv/www/site\u00a0».',
    noDataFolder: (path: string) =>
      `«\u00a0${path}\u00a0» n’est pas un dossier où se trouvent des relevés. Écrivez «\u00a0_data\u00a0», ou l’état d’une publication, comme «\u00a0file:/srv/www/site.state\u00a0» ou «\u00a0s3://compartiment/site.state\u00a0».`,
    otherHost:
      'Après «\u00a0file://\u00a0» il faut un dossier de cette machine. Écrivez par exemple «\u00a0file:///srv/www/site\u00a0»\u202f; pour un serveur, «\u00a0ssh://utilisateur@serveur/dossier\u00a0».',
    noBucket: 'Il manque le nom du compartiment. Écrivez «\u00a0s3://compartiment/préfixe\u00a0».',
    bucket: (name: string) =>
      `«\u00a0${name}\u00a0» n’est pas un nom de compartiment\u00a0: il a de 3 à 63 lettres minuscules, chiffres, points et traits d’union. Écrivez «\u00a0s3://compartiment/préfixe\u00a0».`,
    prefix: (prefix: string) =>
      `Le préfixe «\u00a0${prefix}\u00a0» a une partie vide, «\u00a0.\u00a0» ou «\u00a0..\u00a0». Écrivez par exemple «\u00a0s3://compartiment/journal/site\u00a0».`,
    setting: (known: readonly string[]) =>
      `Un réglage après «\u00a0?\u00a0» est inconnu ou donné deux fois. Ceux d’un compartiment\u00a0: ${known.join(', ')}.`,
    endpoint:
      'Le réglage «\u00a0endpoint\u00a0» n’est pas l’adresse d’un service. Écrivez par exemple «\u00a0endpoint=https://s3.fr-par.scw.cloud\u00a0».',
    region:
      'Le réglage «\u00a0region\u00a0» n’est pas un nom de région. Écrivez par exemple «\u00a0region=eu-west-3\u00a0».',
    pathStyle:
      'Le réglage «\u00a0path-style\u00a0» s’écrit seul, ou avec «\u00a0true\u00a0» ou «\u00a0false\u00a0».',
    server:
      'L’adresse du serveur est incomplète, ou contient un signe qui n’y a pas sa place. Écrivez par exemple «\u00a0ssh://redaction@www.exemple.fr/srv/www/site\u00a0», ou «\u00a0ssh://redaction@www.exemple.fr:2222/~/site\u00a0» pour un dossier de l’utilisateur sur un autre port.',
  },
  /** What happened, and what to do: one for each `StoreFailure`. */
  failures: {
    refused: (place: string, detail: string) =>
      `«\u00a0${place}\u00a0» refuse l’accès (${detail})\u00a0: vérifiez les clés ou les droits, et qu’ils ne sont pas expirés, puis relancez.`,
    'no-place': (place: string, detail: string) =>
      `«\u00a0${place}\u00a0» n’existe pas (${detail})\u00a0: créez ce compartiment ou ce dossier, ou corrigez la destination, puis relancez.`,
    full: (place: string, detail: string) =>
      `«\u00a0${place}\u00a0» est plein (${detail})\u00a0: libérez de la place, puis relancez.`,
    unreachable: (place: string, detail: string) =>
      `«\u00a0${place}\u00a0» ne répond pas, ou pas à temps (${detail})\u00a0: vérifiez l’adresse et le réseau, puis relancez.`,
    clock: (place: string, detail: string) =>
      `L’horloge de cette machine et celle de «\u00a0${place}\u00a0» sont trop éloignées (${detail})\u00a0: réglez celle de la machine, puis relancez.`,
    other: (place: string, detail: string) =>
      `«\u00a0${place}\u00a0» n’a pas fait ce qui était demandé (${detail}). Relancez\u00a0; si cela se répète, demandez à qui tient ce service.`,
  },
  triesAgain: (place: string, detail: string) =>
    `«\u00a0${place}\u00a0» ne répond pas comme il faut (${detail})\u00a0: nouvel essai.`,
  /** Details, where the place itself has no words. */
  details: {
    fileInTheWay: (key: string) =>
      `pour «\u00a0${key}\u00a0», il faut un dossier là où se trouve un fichier ou un lien`,
    folderInTheWay: (key: string) => `un dossier se trouve à la place du fichier «\u00a0${key}\u00a0»`,
    noKey: (key: string) => `«\u00a0${key}\u00a0» ne peut pas être un nom de fichier`,
    endpointVariable: (name: string) =>
      `la variable ${name} n’est pas une adresse qui commence par «\u00a0https://\u00a0»`,
    locked: (key: string) => `«\u00a0${key}\u00a0» est resté verrouillé par une autre publication`,
    late: 'sans réponse à temps',
    closed: 'l’accès est déjà fermé',
    cut: 'la connexion a été coupée',
    noSsh: 'le programme «\u00a0ssh\u00a0» n’est pas installé sur cette machine',
    noSftp: (said: string) => `le serveur ne parle pas SFTP, mais dit «\u00a0${said}\u00a0»`,
    noReplacing:
      'le serveur ne sait pas remplacer un fichier d’un seul coup\u00a0: il lui manque «\u00a0posix-rename@openssh.com\u00a0»',
    notOfBucket: (status: string) =>
      `la réponse (HTTP ${status}) n’est pas celle d’un compartiment\u00a0: l’adresse du service est-elle juste\u202f?`,
    noParent: 'le dossier où il devrait être manque aussi',
    rootInTheWay: 'à cette place se trouve autre chose qu’un dossier',
    cutShort: (key: string) => `«\u00a0${key}\u00a0» n’est pas arrivé entier`,
    changedMeanwhile: (path: string) => `«\u00a0${path}\u00a0» a changé pendant l’envoi`,
  },
} as const);
