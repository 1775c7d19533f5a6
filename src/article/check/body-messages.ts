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
  looseMark: (mark: string) =>
    `Ces signes («\u00a0${mark}\u00a0») s’afficheraient tels quels. Ôtez-les, ou collez-les au premier et au dernier mot, avec une espace ou une ponctuation au-dehors\u00a0: **mot**, *mot*, ~~mot~~\u202f; pour les montrer, mettez devant chacun une barre oblique inverse (\\).`,
  linkTarget: (address: string, likely: string) =>
    `L’adresse «\u00a0${address}\u00a0» mènerait à une page du site, qui n’existe pas. Écrivez «\u00a0${likely}\u00a0»\u202f; pour une page du site, commencez par «\u00a0/\u00a0».`,
  linkWithoutWords: (address: string) =>
    `Ce lien n’a pas de mots, si bien que les lecteurs ne le verraient pas. Écrivez-les entre les crochets\u00a0: «\u00a0[texte](${address})\u00a0».`,
  linkWithoutAddress: () =>
    'Ce lien n’a pas d’adresse, et ne mènerait nulle part. Écrivez-la entre les parenthèses\u202f; pour montrer les crochets, mettez une barre oblique inverse (\\) devant le premier.',
  imageWithoutName: (description: string) =>
    `Cette image n’a pas de nom de fichier, et seule sa description paraîtrait. Écrivez-le entre les parenthèses\u00a0: «\u00a0![${description}](photo.jpg)\u00a0».`,
  reversedLink: (words: string, address: string) =>
    `Les crochets et les parenthèses de ce lien sont inversés, et il s’afficherait tel quel. Écrivez «\u00a0[${words}](${address})\u00a0»\u202f; pour les montrer, mettez une barre oblique inverse (\\) devant le crochet.`,
  angledAddress: (address: string) =>
    `Cette adresse s’afficherait telle quelle, entre ses chevrons. Écrivez «\u00a0<https://${address}>\u00a0»\u202f; pour montrer les chevrons, mettez une barre oblique inverse (\\) devant le premier.`,
  looseLink: (words: string, address: string) =>
    `Ce lien s’afficherait tel quel, car son adresse est mal écrite (une espace, une parenthèse ou un guillemet de trop). Écrivez «\u00a0[${words}](${address})\u00a0»\u202f; pour montrer les crochets, mettez une barre oblique inverse (\\) devant le premier.`,
  linkApart: (words: string, address: string) =>
    `Une espace sépare ce lien de son adresse, et il s’afficherait tel quel. Ôtez-la\u00a0: «\u00a0[${words}](${address})\u00a0»\u202f; pour montrer les crochets, mettez une barre oblique inverse (\\) devant le premier.`,
  unknownReference: (written: string) =>
    `Le lien «\u00a0${written}\u00a0» renvoie à une adresse qui n’est donnée nulle part. Écrivez «\u00a0[texte](adresse)\u00a0»\u202f; pour montrer les crochets, mettez une barre oblique inverse (\\) devant le premier.`,
  looseImage: (description: string) =>
    `Cette image s’afficherait comme du texte, car son nom ou sa légende sont mal écrits. Écrivez la légende entre guillemets droits\u00a0: «\u00a0![${description}](photo.jpg "Légende")\u00a0»\u202f; pour montrer les crochets, mettez une barre oblique inverse (\\) devant eux.`,
  spacedNote: (label: string) =>
    `Le nom d’une note n’a pas d’espaces, et cet appel s’afficherait tel quel. Écrivez «\u00a0[^${label}]\u00a0» dans le texte, et de même devant la note.`,
  unusedAddress: (name: string) =>
    `Cette ligne ne se verrait pas\u00a0: elle donne une adresse, «\u00a0${name}\u00a0», qu’aucun lien n’emploie. Écrivez «\u00a0[texte][${name}]\u00a0» là où le lien va, ou une barre oblique inverse (\\) devant le crochet si c’est du texte\u202f; pour une remarque cachée, écrivez «\u00a0[//]: # (remarque)\u00a0».`,
  addressTwice: (name: string) =>
    `L’adresse «\u00a0${name}\u00a0» est donnée deux fois, et la seconde ne servirait pas. Donnez un autre nom à l’une des deux, ou ôtez-la.`,
  lostCaption: (caption: string) =>
    `La légende «\u00a0${caption}\u00a0» ne se verrait pas, car l’image n’est pas seule dans son paragraphe. Mettez une ligne vide avant et après l’image, ou ôtez la légende.`,
  headingMark: (marks: string, words: string) =>
    `Ces signes # s’afficheraient tels quels. Pour un intertitre, écrivez «\u00a0${marks} ${words}\u00a0», avec une espace, au début de la ligne\u202f; pour les montrer, mettez devant une barre oblique inverse (\\).`,
  attributes: (written: string) =>
    `La mention «\u00a0${written}\u00a0» s’afficherait telle quelle. Ôtez-la\u00a0: un intertitre a de lui-même une adresse, faite de ses mots\u202f; pour la montrer, mettez-la entre accents graves (\`).`,
  listMark: () =>
    `Ces lignes paraîtraient à la suite, et non en liste. Commencez chacune par le signe (-, 1.) et une espace ordinaire, sans rien devant\u202f; pour les garder telles quelles, laissez une ligne vide entre elles.`,
  figureAsList: (sign: string, words: string) =>
    `Cette ligne serait une liste d’un élément, et son signe (${sign}) ne se lirait plus. Écrivez «\u00a0${sign === '-' ? '−' : '\\+'}${sign === '-' ? '' : ' '}${words}\u00a0»\u202f; pour une vraie liste, laissez le signe seul sur sa ligne et mettez le reste dessous, avec deux espaces de retrait.`,
  signedFigures: (sign: string, words: string) =>
    `Ces lignes seraient une liste, et leur signe (${sign}) ne se lirait plus. Écrivez «\u00a0- ${sign === '-' ? '−' : '\\+ '}${words}\u00a0», une ligne après l’autre\u202f; pour une vraie liste, commencez chaque ligne par un astérisque (*).`,
  numbersChanged: (typed: string, shown: string) =>
    `Ces lignes seraient une liste dont les numéros se suivent, et «\u00a0${typed}\u00a0» se lirait «\u00a0${shown}\u00a0». Mettez une barre oblique inverse (\\) devant le point ou la parenthèse de chaque numéro, et une ligne vide entre les lignes\u202f; pour une vraie liste, numérotez-la dans l’ordre.`,
  remarkAsList: (words: string) =>
    `Cette ligne serait une liste d’un élément, et son astérisque ne se verrait plus. Écrivez «\u00a0\\* ${words}\u00a0»\u202f; pour une vraie liste, écrivez-la avec un tiret.`,
  yearAsList: (number: string, mark: string, words: string) =>
    `Cette ligne serait une liste d’un élément. Écrivez «\u00a0${number}\\${mark} ${words}\u00a0»\u202f; pour une vraie liste, laissez le nombre seul sur sa ligne et mettez le reste dessous, avec six espaces de retrait.`,
  figureAsQuotation: (words: string) =>
    `Cette ligne serait une citation, et son signe (>) ne se lirait plus. Écrivez «\u00a0\\> ${words}\u00a0»\u202f; pour une vraie citation, mettez au-dessus une ligne avec > seul.`,
  taskBox: (box: string) =>
    `Cette case (${box}) s’afficherait comme des crochets. Ôtez-la, ou finissez ce qui reste à faire\u202f; pour la montrer, écrivez \\${box}.`,
  underlined: () =>
    `Cette ligne ferait un intertitre du texte qui la précède. Pour un filet, laissez une ligne vide au-dessus\u202f; pour un intertitre, écrivez ## Intertitre.`,
  tableCells: (cells: number, columns: number) =>
    `Cette ligne du tableau a ${cells} cellules pour ${columns} ${columns === 1 ? 'colonne' : 'colonnes'}, et ce qui dépasse serait perdu. Ajoutez une colonne à l’en-tête\u202f; pour une barre qui est du texte, écrivez \\|.`,
  tableRule: (header: number, rule: number) =>
    `Ce tableau s’afficherait comme du texte\u00a0: son en-tête a ${header} ${header === 1 ? 'cellule' : 'cellules'}, et la ligne de tirets ${rule}. Donnez-en autant à l’une qu’à l’autre, et laissez une ligne vide au-dessus de l’en-tête\u202f; pour une barre qui est du texte, écrivez \\|.`,
  template: (call: string) =>
    `Un gabarit n’a pas sa place ici\u00a0: «\u00a0${call}\u00a0» s’afficherait tel quel. Ôtez-le, ou écrivez un lien\u202f; pour le montrer, mettez-le entre accents graves (\`).`,
} as const);
