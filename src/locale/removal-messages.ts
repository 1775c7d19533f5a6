// What would take many articles from readers at once becomes a French message: how many, why perhaps, and how to go on all the same.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

function allTheSame(command: string): string {
  return `Si ce retrait est voulu, relancez «\u00a0npm run ${command}\u00a0» avec l’option «\u00a0--allow-removals\u00a0».`;
}

export const removalMessages = quoting({
  noneLeft: (before: number, why: string, command: string) =>
    `Le site n’aurait plus aucun article, alors qu’il en avait ${groupDigits(before)}. ${why} ${allTheSame(command)}`,
  manyLost: (lost: number, before: number, why: string, command: string) =>
    `${groupDigits(lost)} ${agree(lost, 'article', 'articles')} sur ${groupDigits(before)} ${agree(lost, 'ne serait plus', 'ne seraient plus')} sur le site. ${why} ${allTheSame(command)}`,
  noneShown: () =>
    'Tous ceux qui sont là sont des brouillons, ont expiré ou sont encore à paraître\u00a0: vérifiez-le, ainsi que l’instant de l’édition (--now, ou l’horloge de _data/site).',
  faults: () => 'Corrigez d’abord les fichiers fautifs.',
  wrongFolder: (contentDir: string) =>
    `Vérifiez que «\u00a0${contentDir}\u00a0» est le bon dossier (--content) et qu’il est complet\u00a0: un sous-module de git qui n’a pas été récupéré, ou un disque absent, laisse un dossier vide.`,
} as const);
