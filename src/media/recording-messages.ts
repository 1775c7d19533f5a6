// Messages to editors about films and sounds that browsers can't play: what is wrong, then how to mend it.
// No-break spaces are written as escapes, so that a reader of this file sees them.
import { quoting } from '../locale/quoting.ts';
import type { RecordingKind } from './media-kinds.ts';
import { exportAdvice } from './media-messages.ts';
import { printableName } from './printable-name.ts';

export const recordingMessages = quoting({
  empty: (name: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» est vide (zéro octet). Copiez-le de nouveau, depuis l’original.`,
  gitLfs: (name: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» n’est qu’un renvoi de Git LFS, sans le film ni le son. Rapatriez-le par «\u00a0git lfs pull\u00a0», du programme git-lfs.`,
  broken: (name: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» est abîmé, ou il en manque la fin. Copiez-le de nouveau, ou exportez-le une seconde fois.`,
  unplayable: (name: string, format: string, kind: RecordingKind) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» est au format ${format}, que tous les navigateurs ne lisent pas, ou qui pèse trop lourd. ${exportAdvice[kind]}`,
  unknown: (name: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» n’est ni une vidéo ni un son dont le format soit connu. ${exportAdvice.video} ${exportAdvice.audio}`,
} as const);
