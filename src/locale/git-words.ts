// What commands say when content cannot be had from a commit, and how to mend it.
import { groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

export const gitWords = quoting({
  noGit: () =>
    'Le programme git est introuvable\u00a0: installez-le, ou construisez à partir des fichiers, sans --from.',
  noRepository: (folder: string) =>
    `«\u00a0${folder}\u00a0» n’est dans aucun dépôt git\u00a0: lancez la commande dans un clone, indiquez le dépôt par la variable GIT_DIR, ou construisez à partir des fichiers, sans --from.`,
  notOurs: (folder: string, repository: string) =>
    `git refuse de lire le dépôt de «\u00a0${folder}\u00a0», qui appartient à un autre utilisateur. Si vous lui faites confiance\u00a0: git config --global --add safe.directory "${repository}"`,
  noCommitYet: () =>
    'Ce dépôt git n’a encore aucun commit\u00a0: enregistrez-y le contenu par «\u00a0git add\u00a0» puis «\u00a0git commit\u00a0».',
  unknownCommit: (revision: string, isShallow: boolean) =>
    `«\u00a0${revision}\u00a0» n’est pas un commit de ce dépôt git. Vérifiez son nom${isShallow ? '\u202f; ce clone n’a que les derniers commits\u00a0: «\u00a0git fetch --unshallow\u00a0» rapatrie les autres' : ', ou rapatriez-le par «\u00a0git fetch\u00a0»'}.`,
  notInCommit: (folder: string, revision: string) =>
    `Le dossier «\u00a0${folder}\u00a0» n’est pas dans le commit «\u00a0${revision}\u00a0». Indiquez avec --content celui qui contient «\u00a0articles\u00a0», ou un autre commit.`,
  submodule: (folder: string) =>
    `Dans ce commit, «\u00a0${folder}\u00a0» est un sous-module de git, dont les fichiers sont dans un autre dépôt. Rapatriez-le par «\u00a0git submodule update --init\u00a0», et relancez la commande.`,
  noFolder: (folder: string) =>
    `Dans ce commit, «\u00a0${folder}\u00a0» n’est pas un dossier. Indiquez avec --content celui qui contient «\u00a0articles\u00a0».`,
  noRemote: () =>
    'Ce clone partiel ne dit pas d’où viennent les fichiers qui lui manquent. Clonez de nouveau, ou lancez «\u00a0git fetch --refetch\u00a0».',
  fetching: (files: number) =>
    `${groupDigits(files)} fichiers manquent à ce clone partiel\u00a0: ils sont rapatriés, d’un seul coup. Cela peut durer.`,
  notFetched: (files: number, said: string) =>
    `Des fichiers du commit (${groupDigits(files)}) n’ont pas pu être rapatriés dans ce clone partiel${ofGit(said)}. Vérifiez le réseau et les droits d’accès au dépôt, puis relancez la commande.`,
  failed: (said: string) =>
    `git n’a pas pu lire le commit${ofGit(said)}. Essayez «\u00a0git fsck\u00a0» dans ce dépôt.`,
});

/** git's own words, in English, or nothing. */
function ofGit(said: string): string {
  return said === '' ? '' : ` (git\u00a0: ${said})`;
}
