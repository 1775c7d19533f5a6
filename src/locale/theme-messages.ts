// What site owners read about mistakes in style sheets and client code: what is wrong, then how to mend it.

export const themeMessages = {
  style: (line: string) =>
    `Cette feuille de style n’est pas du CSS correct à partir d’ici${shownLine(line)}. Vérifiez les accolades, les deux-points et les points-virgules, ici et juste au-dessus.`,
  unclosedBlock: (line: string) =>
    `Le bloc ouvert ici${shownLine(line)} n’est jamais fermé. Ajoutez l’accolade «\u00a0}\u00a0» qui manque à sa fin.`,
  script: (line: string, detail: string) =>
    `Ce programme ne peut pas être assemblé${shownLine(line)}. Corrigez-le ici (selon esbuild, en anglais\u00a0: ${detail}).`,
} as const;

function shownLine(line: string): string {
  return line === '' ? '' : `, à la ligne «\u00a0${line.slice(0, 80)}\u00a0»`;
}
