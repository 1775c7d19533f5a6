// Messages to editors about documents that readers could not open: what is wrong, then how to mend it.
// No-break spaces are written as escapes, so that a reader of this file sees them.
import { printableName } from './printable-name.ts';

export const documentMessages = {
  empty: (name: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» est vide (zéro octet). Copiez-le de nouveau, depuis l’original.`,
  gitLfs: (name: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» n’est qu’un renvoi de Git LFS, sans le document. Rapatriez-le par «\u00a0git lfs pull\u00a0», du programme git-lfs.`,
  mislabelled: (name: string, label: string, instead: string | null) =>
    instead === 'HTML'
      ? `Le fichier «\u00a0${printableName(name)}\u00a0» n’est pas un document ${label}\u00a0: c’est une page web, peut-être celle qui demande un mot de passe. Téléchargez le document lui-même.`
      : `Le fichier «\u00a0${printableName(name)}\u00a0» n’est pas un document ${label}, malgré son nom${instead === null ? '' : `\u00a0: c’est sans doute un ${instead}`}. Corrigez son nom, ou exportez-le de nouveau.`,
} as const;
