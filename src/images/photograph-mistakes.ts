// The messages to editors about photographs that can't be shown: each says what is wrong, then how to mend it.
import { quoting } from '../locale/quoting.ts';
import type { Mistake } from '../problem/problem.ts';
import type { Rule } from '../problem/rule.ts';
// No-break spaces are written as escapes, so that they are visible here.

/** A photograph of more pixels than this is never decoded. */
export const MOST_PIXELS = 50_000_000;

const named = (name: string): string => `«\u00a0${name}\u00a0»`;

const millions = (pixels: number): string =>
  `${(pixels / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: pixels < 100_000_000 ? 1 : 0 })}`;

/** One function for each kind of mistake. `name` is the file's name for the editor. */
export const photographMistakes = quoting({
  empty: (name: string) =>
    mistake(
      'empty-photograph',
      `L’image ${named(name)} est un fichier vide. Copiez-la de nouveau depuis l’original.`,
    ),
  unknownType: (name: string) =>
    mistake(
      'unknown-photograph-type',
      `Le fichier ${named(name)} n’est pas une image d’un type connu. ` +
        'Enregistrez-la en JPEG, PNG, WebP, AVIF, TIFF, GIF ou SVG.',
    ),
  gitLfs: (name: string) =>
    mistake(
      'git-lfs-photograph',
      `Le fichier ${named(name)} n’est qu’un renvoi de Git LFS, sans l’image elle-même. Rapatriez-la par «\u00a0git lfs pull\u00a0», du programme git-lfs.`,
    ),
  broken: (name: string) =>
    mistake(
      'broken-photograph',
      `L’image ${named(name)} est abîmée ou incomplète. Copiez-la de nouveau depuis l’original\u202f; ` +
        'si l’original s’ouvre, enregistrez-le à nouveau en JPEG.',
    ),
  huge: (name: string, width: number, height: number) =>
    mistake(
      'huge-photograph',
      `L’image ${named(name)} compte ${millions(width * height)} millions de pixels, pour ${millions(MOST_PIXELS)} au plus. ` +
        'Réduisez-la\u00a0: 4\u202f000 pixels de large suffisent partout.',
    ),
  animated: (name: string) =>
    mistake(
      'animated-photograph',
      `L’image ${named(name)} est animée. Faites-en un film et donnez-le avec «\u00a0video\u00a0», ou enregistrez-en une seule vue.`,
    ),
  heic: (name: string) =>
    mistake(
      'heic-photograph',
      `L’image ${named(name)} est en HEIC, un format d’appareils qui n’est pas lu ici. Exportez-la en JPEG ` +
        '(sur un Mac, dans Aperçu\u00a0: Fichier, Exporter)\u202f; pour les suivantes, choisissez dans les réglages de ' +
        'l’appareil photo de l’iPhone le format «\u00a0Le plus compatible\u00a0».',
    ),
  svgOutside: (name: string, target: string) =>
    mistake(
      'svg-outside',
      `Le dessin ${named(name)} renvoie à ce qui n’est pas en lui (${target}) et serait incomplet. ` +
        'Incorporez-lui ses images, vectorisez ses textes, puis enregistrez-le à nouveau.',
    ),
  svgScript: (name: string) =>
    mistake(
      'svg-script',
      `Le dessin ${named(name)} contient un programme («\u00a0script\u00a0»), qui n’est jamais exécuté ici. ` +
        'Enregistrez-le tel qu’il s’affiche, sans programme.',
    ),
  svgForeign: (name: string) =>
    mistake(
      'svg-foreign-object',
      `Le dessin ${named(name)} contient du HTML («\u00a0foreignObject\u00a0»), qui ne serait pas dessiné. ` +
        'Enregistrez-le avec des textes SVG ordinaires ou vectorisés.',
    ),
  svgDeclarations: (name: string) =>
    mistake(
      'svg-declarations',
      `Le dessin ${named(name)} commence par des déclarations («\u00a0DOCTYPE [… ]\u00a0») qui ne sont pas lues ici. ` +
        'Enregistrez-le en «\u00a0SVG simple\u00a0», sans les données du logiciel de dessin.',
    ),
  svgEncoding: (name: string) =>
    mistake(
      'svg-encoding',
      `Le dessin ${named(name)} n’est pas en UTF-8. Ouvrez-le dans un éditeur de texte et enregistrez-le en UTF-8.`,
    ),
  svgSize: (name: string) =>
    mistake(
      'svg-without-size',
      `Le dessin ${named(name)} ne dit pas sa taille. Donnez à sa balise «\u00a0svg\u00a0» un attribut viewBox, ou width et height en pixels.`,
    ),
  svgHeavy: (name: string) =>
    mistake(
      'svg-too-heavy',
      `Le dessin ${named(name)} est trop lourd à calculer (flous, ombres, motifs ou calques trop nombreux). ` +
        'Simplifiez-le, ou exportez-le en PNG de 1\u202f600 pixels de large.',
    ),
} as const);

function mistake(rule: Rule, message: string): Mistake {
  return { rule, message };
}
