// What the machine refuses, as a sentence on the terminal: what happened, where, and what to do. The last good site stands in all cases.
import { quoting } from './quoting.ts';

const at = (path: string | null): string => (path === null ? '' : ` («\u00a0${path}\u00a0»)`);

export const systemWords = quoting({
  diskFull: (path: string | null) =>
    `Le disque est plein${at(path)}\u00a0: libérez de la place, puis relancez. Le site en ligne n’a pas été touché, ou sera complété.`,
  notAllowed: (path: string | null) =>
    `L’écriture ou la lecture est refusée${at(path)}\u00a0: corrigez les droits de ce fichier ou de son dossier, puis relancez.`,
  readOnly: (path: string | null) =>
    `Le disque est en lecture seule${at(path)}\u00a0: indiquez un autre dossier avec --output ou --cache, puis relancez.`,
  tooManyFiles: (path: string | null) =>
    `Le système n’ouvre pas plus de fichiers${at(path)}\u00a0: relevez la limite avec «\u00a0ulimit -n 4096\u00a0», puis relancez.`,
  noMemory: (path: string | null) =>
    `La mémoire de la machine ne suffit pas${at(path)}\u00a0: fermez d’autres programmes ou réduisez --workers, puis relancez.`,
  faultyDisk: (path: string | null) =>
    `Le disque répond par une erreur${at(path)}\u00a0: vérifiez-le, puis relancez.`,
  blocked: (path: string) =>
    `«\u00a0${path}\u00a0» n’est pas de Quotidien et occupe la place d’un fichier du site\u00a0: déplacez-le, puis relancez. Rien n’a été changé.`,
  interrupted: 'Interrompu. Relancez la commande pour finir\u00a0: le dernier site est toujours là.',
} as const);
