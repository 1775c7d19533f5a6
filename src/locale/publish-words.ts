// What `npm run publish` says in a terminal, in French.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

export const publishWords = quoting({
  missingTarget: (command: string) =>
    `Il manque la destination\u00a0: npm run ${command} -- --to s3://compartiment/site (ou file:dossier, ou ssh://utilisateur@serveur/dossier)`,
  stateNeeded:
    'Un compartiment entier n’a rien à côté de lui où garder l’état de la publication. Indiquez avec --state un lieu que les lecteurs n’atteignent pas, par exemple s3://autre-compartiment/etat.',
  wrongState: (sentence: string) => `--state\u00a0: ${sentence}`,
  sameState:
    'L’état de la publication ne peut pas être gardé là où le site est publié, et aucun des deux lieux ne peut être dans l’autre\u00a0: les lecteurs atteindraient cet état, qui contient aussi les brouillons. Indiquez un autre lieu avec --state.',
  overlap: (place: string, other: string) =>
    `Rien ne peut être publié dans «\u00a0${place}\u00a0»\u00a0: ce dossier contient «\u00a0${other}\u00a0» ou s’y trouve. Indiquez-en un autre avec --to ou --state.`,
  published: (sent: number, removed: number, total: number, seconds: string) =>
    `Publié\u00a0: ${groupDigits(sent)} ${agree(sent, 'fichier envoyé', 'fichiers envoyés')}, ${groupDigits(removed)} ${agree(removed, 'supprimé', 'supprimés')}, sur ${groupDigits(total)}, en ${seconds}\u00a0s.`,
  wouldPublish: (sent: number, removed: number, renewed: number) =>
    sent + removed + renewed === 0
      ? 'Rien n’a été envoyé, et rien ne serait envoyé ni supprimé.'
      : `Rien n’a été envoyé. À envoyer\u00a0: ${groupDigits(sent)} ${agree(sent, 'fichier', 'fichiers')}\u202f; à supprimer\u00a0: ${groupDigits(removed)}${renewed === 0 ? '' : `\u202f; dont seuls les en-têtes changeraient\u00a0: ${groupDigits(renewed)}`}.`,
  renewed: (renewed: number) =>
    `En-têtes refaits de ${groupDigits(renewed)} ${agree(renewed, 'fichier', 'fichiers')} dont le contenu n’a pas changé.`,
  badPreview: (name: string) =>
    `« ${name} » ne peut pas nommer un aperçu : il faut des lettres minuscules sans accent, des chiffres et des traits d’union, comme dans « refonte-une ».`,
  removeWithoutPreview: 'L’option « --remove » retire un aperçu : nommez-le avec --preview.',
  previewed: (sent: number, address: string, seconds: string) =>
    `Aperçu : ${address} (${groupDigits(sent)} ${agree(sent, 'fichier', 'fichiers')}, en ${seconds} s). Le site publié n’a pas changé.`,
  previewRemoved: (name: string, files: number) =>
    files === 0
      ? `Il n’y avait pas d’aperçu « ${name} ».`
      : `Aperçu « ${name} » retiré : ${groupDigits(files)} ${agree(files, 'fichier', 'fichiers')}.`,
  wouldRemovePreview: (name: string, files: number) =>
    files === 0
      ? `Il n’y a pas d’aperçu « ${name} ».`
      : `Rien n’a été retiré. L’aperçu « ${name} » a ${groupDigits(files)} ${agree(files, 'fichier', 'fichiers')}.`,
  notOfPreview: (option: string) =>
    `L’option « ${option} » ne vaut que pour le site publié, qu’un aperçu laisse tel quel : enlevez-la, ou enlevez « --preview ».`,
  nothingDue:
    'Rien n’a changé depuis la dernière publication, ni à cette heure-ci\u00a0: il n’y a rien à publier.',
  nothingToRefresh: (target: string, state: string) =>
    `«\u00a0${state}\u00a0» ne sait rien d’un site publié dans «\u00a0${target}\u00a0»\u00a0: rien n’y a été touché. Indiquez le bon état avec --state, ou publiez d’abord\u00a0: npm run publish -- --to ${target} (avec --force-state si l’état est perdu).`,
  /** What is published then is more than what the hour and snapshots change. */
  refreshesWhole: {
    'later commit':
      'Ce dépôt n’a pas le commit qui est publié, mais un plus récent\u00a0: celui-ci est publié en entier.',
    'other project':
      'Le code, le thème ou _data ont changé depuis la dernière publication\u00a0: le dernier commit est publié en entier.',
    'unknown commit':
      'Ce qui est publié ne vient pas d’un commit que l’on connaît\u00a0: le contenu est publié tel qu’il est ici.',
  },
  notBrought: (command: string) =>
    `«\u00a0npm run ${command}\u00a0» n’a pas fini comme il faut\u00a0: ce qui était relevé avant reste, avec sa date.`,
  olderThanPublished:
    'Ce qui est publié est plus récent que ce dépôt\u00a0: rien n’a été envoyé. Mettez le dépôt à jour (git pull), puis relancez.',
  waits: (owner: string) =>
    `Une autre publication est en cours («\u00a0${owner}\u00a0»)\u00a0: celle-ci attend son tour.`,
  overtaken:
    'Une autre publication a pris le relais pendant celle-ci, qui n’a rien dit pendant trop longtemps\u00a0: ce qu’elle avait commencé est repris par l’autre. Relancez si votre changement n’est pas en ligne.',
  stateLost: (target: string, state: string) =>
    `Un site de Quotidien se trouve dans «\u00a0${target}\u00a0», mais «\u00a0${state}\u00a0» n’en sait rien\u00a0: l’état a été perdu, ou se trouve ailleurs (--state). Avec --force-state, le site sera comparé fichier par fichier, et son état refait.`,
  stateOfAnother: (state: string, other: string, target: string) =>
    `«\u00a0${state}\u00a0» est l’état du site publié dans «\u00a0${other}\u00a0», et non dans «\u00a0${target}\u00a0»\u00a0: rien n’a été touché. Donnez à chaque site un état à lui avec --state\u202f; si c’est le même site, qui a changé de place, ajoutez --force-state.`,
  withinState: (target: string, state: string) =>
    `«\u00a0${target}\u00a0» se trouve dans l’état d’un site publié («\u00a0${state}\u00a0»), que personne ne doit lire\u00a0: rien n’y a été touché. Indiquez un autre lieu avec --to.`,
  foreignPlace: (target: string) =>
    `«\u00a0${target}\u00a0» contient autre chose qu’un site de Quotidien\u00a0: rien n’y a été touché. Videz ce lieu, ou indiquez-en un autre avec --to.`,
  statePublic: (address: string) =>
    `L’état de la publication se lit sans mot de passe à ${address}\u00a0: il contient aussi les brouillons. Rien n’a été publié. Fermez cet accès, ou indiquez avec --state un lieu que les lecteurs n’atteignent pas.`,
  /** @param isCompared whether all of the site was looked through. */
  overwritten: (urls: readonly string[], isCompared: boolean) =>
    `Quelqu’un d’autre avait changé ${groupDigits(urls.length)} ${agree(urls.length, 'fichier', 'fichiers')} du site, ${agree(urls.length, 'remplacé', 'remplacés')} depuis.${isCompared ? '' : ' La même commande avec «\u00a0--verify\u00a0» compare tout le site.'}`,
} as const);
