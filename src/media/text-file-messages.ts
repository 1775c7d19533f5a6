// Messages to editors about captions and transcripts: the line, what is wrong, then how to mend it.
// No-break spaces are written as escapes, so that a reader of this file sees them.
import { quoting } from '../locale/quoting.ts';
import { exportAdvice } from './media-messages.ts';
import { printableName } from './printable-name.ts';

export const textFileMessages = quoting({
  atLine: (name: string, line: number, sentence: string) =>
    `Fichier «\u00a0${printableName(name)}\u00a0», ligne ${line}\u00a0: ${sentence[0]!.toLowerCase()}${sentence.slice(1)}`,
  empty: (name: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» est vide. Écrivez-y le texte, ou effacez la ligne qui le nomme.`,
  large: (name: string, size: number, limit: number) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» fait ${size} Kio, pour ${limit} au plus. Vérifiez que c’est le bon fichier, ou raccourcissez-le.`,
  richText: (name: string) =>
    `Le fichier «\u00a0${printableName(name)}\u00a0» est en RTF, malgré son nom. ${exportAdvice.transcript}`,
} as const);

/** Sentences for `textFileMessages.atLine`. */
export const captionsMessages = quoting({
  noSignature:
    'Un fichier de sous-titres commence par «\u00a0WEBVTT\u00a0», seul sur sa ligne. Ajoutez cette première ligne, puis une ligne vide.',
  subRip: `Ces sous-titres sont au format SubRip, que les navigateurs ne lisent pas. ${exportAdvice.captions}`,
  noBlankLine: 'Il faut une ligne vide sous «\u00a0WEBVTT\u00a0». Ajoutez-la.',
  noCue:
    'Il n’y a aucun sous-titre dans ce fichier. Écrivez-en, comme «\u00a000:01.000 --> 00:04.000\u00a0», puis le texte à la ligne.',
  strayText: (line: string) =>
    `On attend ici des temps, et non «\u00a0${printableName(line)}\u00a0». Écrivez-les comme «\u00a000:01.000 --> 00:04.000\u00a0», ou effacez la ligne vide au-dessus.`,
  badTimes: (line: string) =>
    `Les temps «\u00a0${printableName(line)}\u00a0» sont mal écrits. Écrivez-les comme «\u00a000:01.000 --> 00:04.000\u00a0», avec un point et trois décimales.`,
  endsBeforeStart: 'Ce sous-titre finit avant de commencer. Corrigez ses temps\u00a0: le début, puis la fin.',
  startsTooEarly:
    'Ce sous-titre commence avant le précédent. Rangez les sous-titres dans l’ordre de leurs débuts.',
  crowded: 'Ces temps touchent le texte du sous-titre précédent. Laissez une ligne vide au-dessus d’eux.',
  noText: 'Ce sous-titre n’a pas de texte. Écrivez-le sous ses temps, sans ligne vide entre les deux.',
  lateStyle: (block: string) =>
    `Le bloc «\u00a0${block}\u00a0» vient après un sous-titre. Mettez-le au-dessus du premier.`,
} as const);
