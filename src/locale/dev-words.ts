// The French words of the development server: in the terminal and in the browser of the person who writes.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

export const devWords = quoting({
  serving: (url: string) =>
    `Le site est servi à ${url} et reconstruit à chaque changement. Ctrl+C pour arrêter.`,
  absent: (url: string) =>
    `Brouillons, articles programmés et expirés y sont, marqués comme tels\u202f; leur liste\u00a0: ${url}`,
  participation: (origin: string, moderation: string) =>
    `Commentaires et votes sont reçus à ${origin}\u202f; la modération s’ouvre une fois à ${moderation}`,
  participationForOne:
    'Le service de participation de npm run dev n’est que pour vous\u00a0: retirez --host, ou --participation.',
  noParticipation: (port: number, reason: string) =>
    `Le service de participation n’a pas démarré sur le port ${port}\u00a0: ${reason}. Donnez un autre port au site avec --port\u00a0: le service prend le suivant.`,
  open: (host: string) =>
    `Attention\u00a0: avec «\u00a0--host ${host}\u00a0», les autres machines du réseau peuvent lire ce site avant sa publication. Sans --host, il n’est que pour vous.`,
  cacheElsewhere: (cache: string, other: string) =>
    `Le site en cours d’écriture ne peut pas aller dans «\u00a0${cache}\u00a0»\u00a0: ce dossier contient «\u00a0${other}\u00a0» ou s’y trouve. Indiquez-en un autre avec --cache.`,
  foreignFolder: (dir: string) =>
    `Le dossier «\u00a0${dir}\u00a0», où va le site en cours d’écriture, contient autre chose\u00a0: rien n’y a été touché. Videz-le, ou indiquez un autre dossier avec --cache.`,
  portTaken: (port: number) => `Le port ${port} est déjà pris. Indiquez-en un autre avec --port.`,
  portForbidden: (port: number) =>
    `Le système réserve le port ${port} à l’administrateur. Indiquez-en un autre avec --port, à partir de 1024.`,
  noSuchHost: (host: string) =>
    `«\u00a0${host}\u00a0» n’est pas une adresse de cette machine. Indiquez-en une avec --host, ou 0.0.0.0 pour toutes.`,
  cannotListen: (reason: string) => `Le site ne peut pas être servi\u00a0: ${reason}.`,
  waiting:
    'Une autre construction est en cours avec la même mémoire (--cache). Celle-ci commencera dès qu’elle sera terminée.',
  changedMeanwhile: (file: string) =>
    `«\u00a0${file}\u00a0» a changé pendant la construction\u00a0: elle recommence.`,
  codeChanged: 'Le programme du site a changé\u00a0: il est relancé. Les pages restent servies en attendant.',
  codeFails: (reason: string | null) =>
    `Le programme modifié ne démarre pas${reason === null ? '' : ` (${reason})`}\u00a0: le site reste servi, et ne sera reconstruit qu’une fois le programme corrigé.`,
  unwatched: (reason: string) =>
    `Le système ne laisse pas surveiller tous les dossiers\u00a0: ${reason}. Après un changement dont rien ne se voit, relancez npm run dev.`,
  buildFailed: (reason: string) =>
    `La construction a échoué\u00a0: ${reason}. Elle reprendra au prochain changement.`,
  unexpected: (reason: string) =>
    `Erreur inattendue\u00a0: ${reason}. Le site reste servi\u202f; s’il se comporte mal, arrêtez-le avec Ctrl+C et relancez npm run dev.`,
  requestFailed: (target: string, reason: string) =>
    `La demande de «\u00a0${target}\u00a0» a échoué\u00a0: ${reason}.`,
  listening: (reason: string) => `Une connexion n’a pas pu être acceptée\u00a0: ${reason}.`,
  /** Over the page in the browser. */
  panel: {
    title: (problems: number, files: number) =>
      `${counted(problems)} à corriger${files > 1 ? ` dans ${groupDigits(files)} fichiers` : ''}`,
    failed: 'La construction a échoué',
    /** What the pages behind it are of. */
    notes: {
      stopped:
        'Le site montre encore son dernier état. Corrigez et enregistrez\u00a0: ce panneau disparaîtra de lui-même. Échap le ferme.',
      'left-out':
        'Le reste du site est à jour. Corrigez et enregistrez\u00a0: ce panneau disparaîtra de lui-même. Échap le ferme.',
      code: 'Le site n’est plus reconstruit tant que son programme n’est pas corrigé\u202f; il montre encore son dernier état. Échap ferme ce panneau.',
    },
    others: (count: number) =>
      `Et ${groupDigits(count)} ${agree(count, 'autre', 'autres')}\u202f; le terminal les donne tous.`,
    close: 'Fermer',
    reopen: (count: number) => `${counted(count)}\u00a0: revoir`,
  },
  notForUs:
    'Refusé\u00a0: cette demande vient d’un autre site, ou nomme une machine que le serveur ne connaît pas. Pour le joindre sous un autre nom, lancez npm run dev -- --host suivi de ce nom.',
  onlyReading: 'Refusé\u00a0: ce serveur ne fait que lire.',
  failed: 'Cette demande a échoué.',
  noPage: `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Page introuvable</title>
</head>
<body>
<h1>Page introuvable</h1>
<p>Le site construit n’a pas de page à cette adresse. Si la construction s’est arrêtée, cette page dit pourquoi, et se rechargera d’elle-même.</p>
</body>
</html>
`,
} as const);

function counted(problems: number): string {
  return `${groupDigits(problems)} ${agree(problems, 'problème', 'problèmes')}`;
}
