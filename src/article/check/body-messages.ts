// A mistake in a body becomes the French message for the editor: what is wrong, then how to mend it.
// No-break spaces are written as escapes, so that a reader of this file sees them.
import { quoting } from '../../locale/quoting.ts';

/** The Markdown for the HTML tags that editors most often write. */
const MARKDOWN_FOR: Readonly<Record<string, string>> = {
  b: 'Pour du gras, écrivez **texte**.',
  strong: 'Pour du gras, écrivez **texte**.',
  i: 'Pour de l’italique, écrivez *texte*.',
  em: 'Pour de l’italique, écrivez *texte*.',
  a: 'Pour un lien, écrivez [texte](adresse).',
  img: 'Pour une image, écrivez ![description](adresse "Légende").',
  figure:
    'Pour une image avec sa légende, écrivez ![description](adresse "Légende") seul dans un paragraphe.',
  br: 'Pour aller à la ligne, finissez la ligne par une barre oblique inverse (\\).',
  hr: 'Pour un filet, écrivez --- seul sur une ligne.',
  p: 'Pour séparer deux paragraphes, laissez une ligne vide.',
  div: 'Pour séparer deux paragraphes, laissez une ligne vide.',
  ul: 'Pour une liste, commencez chaque ligne par un tiret et une espace.',
  ol: 'Pour une liste numérotée, commencez chaque ligne par «\u00a01.\u00a0».',
  li: 'Pour une liste, commencez chaque ligne par un tiret et une espace.',
  table: 'Pour un tableau, séparez les cellules par des barres verticales (|).',
  blockquote: 'Pour une citation, commencez la ligne par le signe >.',
  code: 'Pour du code, écrivez-le entre accents graves (`).',
  pre: 'Pour du code, écrivez-le entre deux lignes de trois accents graves (```).',
  del: 'Pour du texte barré, écrivez ~~texte~~.',
  s: 'Pour du texte barré, écrivez ~~texte~~.',
  sup: 'Pour une note, écrivez [^1]\u202f; les ordinaux (1er, 2e) s’écrivent sans balise.',
};
const HEADING_TAG = /^h[1-6]$/;

export const bodyMessages = quoting({
  html: (tag: string, name: string) =>
    `Le texte contient du HTML (${tag}), qui s’afficherait tel quel. ` +
    `${HEADING_TAG.test(name) ? 'Pour un intertitre, écrivez ## Intertitre.' : (MARKDOWN_FOR[name] ?? 'Ôtez cette balise.')} ` +
    'Pour montrer la balise elle-même, mettez-la entre accents graves (`).',
  comment: () => 'Le texte contient un commentaire HTML (<!-- … -->), qui s’afficherait tel quel. Ôtez-le.',
  titleInBody: () =>
    'Cet intertitre est de niveau 1, mais le titre de la page est déjà celui de l’en-tête («\u00a0title\u00a0»). ' +
    'Commencez les intertitres au niveau 2\u00a0: ## Intertitre.',
  skippedLevel: (level: number, expected: number) =>
    `Cet intertitre est de niveau ${level}, alors qu’on attend au plus le niveau ${expected} à cet endroit. ` +
    `Écrivez-le avec ${expected} signes #\u00a0: ${'#'.repeat(expected)} Intertitre.`,
  imageAlt: (src: string) =>
    `L’image «\u00a0${src}\u00a0» n’a pas de texte de remplacement. Décrivez-la entre les crochets\u00a0: ![description](${src}).`,
  imageName: (description: string, name: string) =>
    `Le nom «\u00a0${name}\u00a0» contient des espaces, si bien que l’image s’afficherait comme du texte. Mettez-le entre chevrons\u00a0: ![${description}](<${name}>).`,
  imageElsewhere: (src: string) =>
    `L’image «\u00a0${src}\u00a0» est sur un autre site, que chaque lecteur contacterait. Copiez-la dans le dépôt et écrivez son nom.`,
  linkScheme: (scheme: string) =>
    `Une adresse qui commence par «\u00a0${scheme}:\u00a0» n’est pas permise ici. ` +
    'Employez «\u00a0https:\u00a0», «\u00a0http:\u00a0», «\u00a0mailto:\u00a0», «\u00a0tel:\u00a0», ou une adresse du site qui commence par «\u00a0/\u00a0».',
  badLink: (address: string) =>
    `L’adresse «\u00a0${address}\u00a0» est mal formée. Vérifiez-la et corrigez-la.`,
  unknownNote: (label: string) =>
    `La note [^${label}] est appelée, mais n’est définie nulle part. Ajoutez une ligne [^${label}]: suivie de son texte, ou ôtez l’appel.`,
  unusedNote: (label: string) =>
    `La note [^${label}] est définie, mais rien ne l’appelle. Mettez [^${label}] dans le texte, ou ôtez la définition.`,
  noteTwice: (label: string) =>
    `La note [^${label}] est définie deux fois\u202f; la première définition serait perdue. Donnez un autre nom à l’une des deux.`,
  deepNesting: (levels: number) =>
    `Ici, citations, listes et notes sont imbriquées sur plus de ${levels} niveaux. Ôtez des signes ou des espaces au début de la ligne.`,
  openFence: (marks: string) =>
    `Ce bloc de code n’est pas fermé\u00a0: tout ce qui suit serait du code. Ajoutez une ligne ${marks} là où il finit.`,
} as const);
