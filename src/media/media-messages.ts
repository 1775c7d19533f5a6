// Messages to editors about the names of files that articles show: what is wrong, then how to mend it.
// No-break spaces are written as escapes, so that a reader of this file sees them.
import { quoting } from '../locale/quoting.ts';
import type { MediaKind } from './media-kinds.ts';
import { printableName } from './printable-name.ts';

const ONE: Readonly<Record<MediaKind, string>> = {
  photograph: 'une photo',
  video: 'une vidéo',
  audio: 'un son',
  captions: 'un fichier de sous-titres',
  transcript: 'une transcription',
  document: 'un document',
};

const TYPES: Readonly<Record<MediaKind, string>> = {
  photograph: 'JPEG, PNG, WebP, AVIF, TIFF, GIF ou SVG',
  video: 'MP4 ou WebM',
  audio: 'MP3, M4A, Ogg ou Opus',
  captions: 'WebVTT (.vtt)',
  transcript: 'texte simple (.txt)',
  document: 'PDF, ODT, DOCX, CSV, XLSX, ZIP…',
};

const FIELD: Readonly<Record<Exclude<MediaKind, 'document'>, string>> = {
  photograph: 'image',
  video: 'video',
  audio: 'audio',
  captions: 'captions',
  transcript: 'transcript',
};

/** Where the file belongs instead. */
const place = (name: string, kind: MediaKind): string =>
  kind === 'document'
    ? `Dans le texte, écrivez-le comme un lien, [le titre](${printableName(name)})`
    : `Mettez-le sous «\u00a0${FIELD[kind]}\u00a0»`;

/** How editors make a file that every browser plays, or that the portal can typeset. */
export const exportAdvice = {
  video: 'Exportez la vidéo en MP4 (image H.264, son AAC).',
  audio: 'Exportez le son en MP3, ou en M4A (AAC).',
  captions:
    'Exportez les sous-titres en WebVTT (.vtt)\u202f; à la main\u00a0: une première ligne «\u00a0WEBVTT\u00a0», une ligne vide, puis les mêmes, avec un point au lieu de la virgule dans les temps.',
  transcript: 'Enregistrez la transcription en texte simple (.txt), en UTF-8.',
  document:
    'Exportez le document en PDF, ou dans un format que tous les programmes ouvrent (ODT, DOCX, XLSX, CSV, ZIP).',
} as const satisfies Partial<Record<MediaKind, string>>;

export const mediaMessages = quoting({
  missing: (src: string, place: string, advice: string) =>
    `Le fichier «\u00a0${printableName(src)}\u00a0» est introuvable${place}. ${advice}`,
  besideArticle: ', à côté de l’article comme dans content/media',
  besidePage: ', à côté de la page comme dans content/media',
  inMedia: ' dans content/media',
  add: 'Corrigez son nom, ou ajoutez-le.',
  didYouMean: (name: string) =>
    `Vouliez-vous dire «\u00a0${printableName(name)}\u00a0»\u202f? Corrigez son nom, ou ajoutez-le.`,
  elsewhere: (folder: string) =>
    `Il y en a un dans «\u00a0content/${printableName(folder)}\u00a0», qui ne sert que là\u202f; déplacez-le dans content/media, et il servira partout.`,
  outside: (src: string) =>
    `Le nom «\u00a0${printableName(src)}\u00a0» contient «\u00a0..\u00a0», qui sort du dossier. Mettez le fichier à côté de l’article ou dans content/media, et n’écrivez que son nom.`,
  wrongKind: (name: string, kind: MediaKind, wanted: MediaKind) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» est ${ONE[kind]}, alors qu’on attend ici ${ONE[wanted]}. ${place(name, kind)}, ou nommez un autre fichier.`,
  unwantedType: (name: string, kind: keyof typeof exportAdvice) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» n’est pas d’un type que ${kind === 'document' ? 'tous les lecteurs peuvent ouvrir' : 'lisent tous les navigateurs'}. ${exportAdvice[kind]}`,
  withoutEnding: (name: string, type: string, ending: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» est un ${type}, mais son nom ne le dit pas. Ajoutez «\u00a0${ending}\u00a0» à son nom, dans le dossier comme ici.`,
  unknownType: (name: string, wanted: MediaKind) =>
    `Le nom «\u00a0${printableName(name)}\u00a0» ne finit pas comme celui d’un type connu. Nommez ici ${ONE[wanted]}, en ${TYPES[wanted]}.`,
} as const);
