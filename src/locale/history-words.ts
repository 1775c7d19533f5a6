// What the command that shows the commits of an article says, in French.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

export const historyWords = quoting({
  noFile: 'Il manque le fichier de l’article\u00a0: npm run history -- content/articles/2014/05/port.md',
  folder: (typed: string) =>
    `«\u00a0${typed}\u00a0» est un dossier. Écrivez le chemin du fichier d’un article.`,
  unknown: (typed: string, isShallow: boolean) =>
    `«\u00a0${typed}\u00a0» n’est dans aucun commit de ce ${isShallow ? 'clone, qui n’a que les derniers' : 'dépôt git'}. Vérifiez le chemin du fichier\u202f; d’un article qui n’est plus là, écrivez celui qu’il avait.`,
  notYet: (typed: string) =>
    `«\u00a0${typed}\u00a0» n’est encore dans aucun commit\u00a0: «\u00a0git add\u00a0» puis «\u00a0git commit\u00a0» l’enregistrent.`,
  heading: (typed: string, commits: number) =>
    `${typed}\u00a0: ${groupDigits(commits)} ${agree(commits, 'commit', 'commits')}, du plus récent au plus ancien`,
  change: (commit: string, day: string, time: string, author: string, subject: string) =>
    `  ${commit}  ${day}, ${time}, ${author}\u00a0: ${subject}`,
  formerName: (name: string) => `    (le fichier était alors ${name})`,
  shallow: () =>
    'Ce clone n’a que les derniers commits\u00a0: les plus anciens n’y sont pas. «\u00a0git fetch --unshallow\u00a0» les rapatrie.',
});
