// A mistake in a style sheet, a template or client code becomes a French message for the site's owner: what is wrong, then how to mend it.
import { quoting } from './quoting.ts';

export const themeMessages = quoting({
  style: (line: string) =>
    `Cette feuille de style n’est pas du CSS correct à partir d’ici${shownLine(line)}. Vérifiez les accolades, les deux-points et les points-virgules, ici et juste au-dessus.`,
  unclosedBlock: (line: string) =>
    `Le bloc ouvert ici${shownLine(line)} n’est jamais fermé. Ajoutez l’accolade «\u00a0}\u00a0» qui manque à sa fin.`,
  strayBrace: (line: string) =>
    `Une accolade «\u00a0}\u00a0» ne ferme rien ici${line === '}' ? '' : shownLine(line)}. Retirez-la, ou ajoutez l’accolade «\u00a0{\u00a0» qui manque au-dessus.`,
  script: (line: string, detail: string) =>
    `Ce programme ne peut pas être assemblé${shownLine(line)}. Corrigez-le ici (selon esbuild, en anglais\u00a0: ${detail}).`,
  cardColour: (name: string, written: string | null) =>
    (written === null
      ? `La couleur «\u00a0--${name}\u00a0» manque dans «\u00a0:root\u00a0»`
      : `La couleur «\u00a0--${name}\u00a0» est «\u00a0${written.slice(0, 60)}\u00a0», que les cartes des réseaux sociaux ne peuvent pas prendre`) +
    `\u202f; écrivez-la en hexadécimal, comme «\u00a0--${name}: #0a4a8f;\u00a0».`,
  template: (line: string, detail: string) =>
    `Ce gabarit n’est pas correct ici${shownLine(line)}. Corrigez-le (selon Nunjucks, en anglais\u00a0: ${detail}).`,
  templateOpen: (mark: string, close: string) =>
    `La balise «\u00a0${mark.slice(0, 80)}\u00a0» n’est jamais fermée. Ajoutez «\u00a0${close}\u00a0».`,
  templateTag: (name: string) =>
    `La balise «\u00a0{% ${name} %}\u00a0» ne ferme rien ici, ou n’existe pas. Corrigez son nom, ou retirez-la.`,
  templateFilter: (name: string, hint: string) =>
    `Le filtre «\u00a0${name.slice(0, 80)}\u00a0» n’existe pas.${hint} Corrigez son nom, ou ajoutez-le avec «\u00a0addFilter\u00a0» dans «\u00a0.eleventy.js\u00a0».`,
  templateFilterOfEleventy: (name: string) =>
    `Le filtre «\u00a0${name.slice(0, 80)}\u00a0» n’est connu que d’Eleventy, qui ne fait pas cette page. Prenez-en un autre, ou ajoutez-le avec «\u00a0addFilter\u00a0» dans «\u00a0.eleventy.js\u00a0».`,
  templateTest: (name: string, hint: string) =>
    `Le test «\u00a0is ${name.slice(0, 80)}\u00a0» n’existe pas.${hint} Corrigez son nom, ou retirez-le.`,
  templateMissing: (name: string) =>
    `Le gabarit «\u00a0${name}\u00a0» n’existe pas. Corrigez ce nom, ou ajoutez ce fichier au thème.`,
  templateUnnamed: () =>
    'Cette balise demande un gabarit dont le nom est vide, ou n’est pas un texte. Corrigez ce qu’elle nomme.',
  stoppedTemplate: (detail: string) =>
    `Ce gabarit, ou l’un de ceux qu’il comprend, s’arrête au milieu d’une page. Corrigez-le\u202f; l’erreur dit, en anglais\u00a0: «\u00a0${detail.slice(0, 200)}\u00a0».`,
  stoppedHere: (line: string, detail: string) =>
    `Ce gabarit s’arrête ici au milieu d’une page${shownLine(line)}. Corrigez-le\u202f; l’erreur dit, en anglais\u00a0: «\u00a0${detail.slice(0, 200)}\u00a0».`,
  notAFunction: (name: string) =>
    `Ce gabarit appelle «\u00a0${name.slice(0, 80)}\u00a0» comme une fonction, et ce n’en est pas une. Ôtez les parenthèses, ou corrigez ce nom.`,
  stoppedCode: (line: string, detail: string) =>
    `Ce programme s’arrête ici${shownLine(line)}. Corrigez-le\u202f; l’erreur dit, souvent en anglais\u00a0: «\u00a0${detail.slice(0, 200)}\u00a0».`,
  missingImport: (name: string) =>
    `Ce programme demande «\u00a0${name.slice(0, 80)}\u00a0», qui n’existe pas. Corrigez ce nom, ou ajoutez ce fichier.`,
  addressTwice: (url: string, other: string) =>
    `L’adresse «\u00a0${url}\u00a0» de ce fichier est aussi celle ${other}\u202f; changez l’une des deux (le nom du fichier, «\u00a0permalink\u00a0», «\u00a0aliases\u00a0» ou «\u00a0formerly\u00a0»).`,
  aPage: 'd’une page du portail',
  eleventyPage: 'd’une page du thème que fait Eleventy',
  aFile: 'd’un fichier du portail',
  ofFile: (file: string) => `de «\u00a0${file}\u00a0»`,
} as const);

function shownLine(line: string): string {
  return line === '' ? '' : `, à la ligne «\u00a0${line.slice(0, 80)}\u00a0»`;
}
