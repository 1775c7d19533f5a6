// What is said of links within the site.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

/** `hint`: « Vouliez-vous dire… » with a space before it, or nothing. */
export const linkMessages = quoting({
  unknownArticle: (path: string, hint: string) =>
    `Aucun article n’est à l’adresse «\u00a0${path}\u00a0».${hint} Corrigez le lien, ou retirez-le.`,
  unknown: (path: string, hint: string) =>
    `Rien n’est à l’adresse «\u00a0${path}\u00a0» du site.${hint} Corrigez le lien, ou retirez-le.`,
  perhapsUnknown: (path: string) =>
    `Rien n’est à l’adresse «\u00a0${path}\u00a0», à moins qu’une page ou un fichier propre à ce site n’y soit\u00a0: seule une construction le dira.`,
  capitals: (path: string, known: string) =>
    `L’adresse «\u00a0${path}\u00a0» n’existe qu’en d’autres lettres\u00a0: écrivez «\u00a0${known}\u00a0».`,
  toDraft: (path: string, file: string) =>
    `Le lien «\u00a0${path}\u00a0» mène à un brouillon, que les lecteurs ne verront pas. Publiez «\u00a0${file}\u00a0» d’abord, ou retirez le lien.`,
  toScheduled: (path: string, file: string) =>
    `Le lien «\u00a0${path}\u00a0» mène à un article qui paraîtra après celui-ci («\u00a0${file}\u00a0»). Retardez celui-ci, ou retirez le lien.`,
  ended: (path: string, file: string) =>
    `Le lien «\u00a0${path}\u00a0» mène à un article qui n’est plus en ligne («\u00a0${file}\u00a0» a expiré). Retirez-le dès que possible.`,
  withdrawn: (path: string, file: string) =>
    `Le lien «\u00a0${path}\u00a0» mène à un article qui a été retiré («\u00a0${file}\u00a0»)\u00a0: les lecteurs n’y trouvent que la raison du retrait. Retirez le lien, ou dites-le dans le texte.`,
  gone: (path: string) =>
    `Le lien «\u00a0${path}\u00a0» mène à une page qui n’existe plus. Retirez-le, ou donnez cette adresse à une autre page par «\u00a0aliases\u00a0».`,
  moved: (path: string, known: string) =>
    `Le lien «\u00a0${path}\u00a0» passe par une ancienne adresse. Écrivez «\u00a0${known}\u00a0».`,
  movedElsewhere: (files: number) =>
    `Et ${groupDigits(files)} ${agree(files, 'autre fichier a', 'autres fichiers ont')} des liens vers d’anciennes adresses, qui mènent toujours où il faut. Un remplacement dans tout le dossier les corrigera ensemble.`,
  fragment: (fragment: string, hint: string) =>
    `La page n’a pas de passage «\u00a0#${fragment}\u00a0».${hint} Son intertitre a peut-être changé.`,
  thisMachine: (href: string, path: string) =>
    `L’adresse «\u00a0${href}\u00a0» est celle de votre machine, que les lecteurs n’atteignent pas\u00a0: écrivez «\u00a0${path}\u00a0».`,
} as const);
