// The fields of a film or a sound in front matter become a file with its captions and transcript, or an address on another site.
import { z } from 'zod';
import { isOutside, outsideHost } from '../media/outside-host.ts';
import { breaks } from '../problem/rule.ts';
import { shorten } from '../source/shorten.ts';
import { type FileNameWords, fileName } from './file-name.ts';
import { oneLine } from './one-line.ts';
import { photographFile } from './photograph-schema.ts';

export function video() {
  return z
    .strictObject(
      {
        ...recording('reportage.mp4'),
        captions: file('reportage.vtt')
          .optional()
          .meta({ title: 'Sous-titres', description: 'Le nom du fichier WebVTT : reportage.vtt.' }),
      },
      { error: asText('Une vidéo', 'captions: reportage.vtt') },
    )
    .superRefine(requireWords('captions-or-transcript'), { when: isObject });
}

export function audio() {
  return z
    .strictObject(recording('entretien.mp3'), { error: asText('Un son', 'transcript: entretien.txt') })
    .superRefine(requireWords('transcript'), { when: isObject });
}

/**
 * The names of files in the fields of a recording whose other fields may be wrong: what is not right is left out, except that
 * nothing is read without `src`.
 */
export function recordingFiles() {
  const other = (schema: ReturnType<typeof file>) => schema.optional().catch(undefined);
  return z.object({
    src: source('reportage.mp4'),
    poster: other(photographFile()),
    captions: other(file('reportage.vtt')),
    transcript: other(file('reportage.txt')),
  });
}

/** For one value where fields are needed. */
function asText(what: string, words: string) {
  return ({ code, input }: { readonly code?: string; readonly input?: unknown }): string | undefined => {
    if (code !== 'invalid_type' || typeof input !== 'string' || input.trim() === '') return undefined;
    const fields = [`src: ${shorten(input.trim())}`, 'title: …', ...(isOutside(input.trim()) ? [] : [words])];
    const lines = fields.map(field => `«\u00a0${field}\u00a0»`).join(', ');
    return `${what} a plusieurs champs\u202f; écrivez dessous, un par ligne, avec deux espaces de retrait\u00a0: ${lines}.`;
  };
}

function recording(example: string) {
  return {
    src: source(example).meta({
      title: 'Fichier ou adresse',
      description: `Le nom du fichier, à côté de l’article ou dans content/media\u00a0: ${example}\u202f; ou une adresse qui commence par https://.`,
    }),
    title: oneLine(200).meta({
      title: 'Titre',
      description: 'Ce que l’on voit ou entend, en quelques mots.',
    }),
    poster: photographFile()
      .optional()
      .meta({ title: 'Image fixe', description: 'Ce que l’on voit avant la lecture\u00a0: reportage.jpg.' }),
    transcript: file('reportage.txt')
      .optional()
      .meta({ title: 'Transcription', description: 'Un fichier de texte\u00a0: reportage.txt.' }),
    caption: oneLine(400)
      .optional()
      .meta({ title: 'Légende', description: 'Le texte sous la vidéo ou le son.' }),
    credit: oneLine(150).optional().meta({ title: 'Crédit', description: 'L’auteur, l’agence.' }),
  };
}

const FILE_WORDS: FileNameWords = {
  rule: 'bad-media',
  elsewhere: address =>
    `Le fichier «\u00a0${address}\u00a0» est sur un autre site\u202f; copiez-le dans le dépôt et écrivez son nom.`,
};

function file(example: string) {
  return fileName(FILE_WORDS, example);
}

function source(example: string) {
  const address = z.string().superRefine((text, context) => {
    if (!/[\s\\]/.test(text) && outsideHost(text) !== null) return;
    const message = `L’adresse «\u00a0${text.slice(0, 60)}\u00a0» ne mène à aucune page sûre\u202f; écrivez-la en entier, depuis «\u00a0https://\u00a0».`;
    context.addIssue({ code: 'custom', params: breaks('bad-media'), message });
  });
  const name = file(example);
  return z
    .string()
    .overwrite(text => text.trim())
    .min(1)
    .max(500)
    .superRefine((text, context) => {
      if (text === '') return;
      const checked = (isOutside(text) ? address : name).safeParse(text);
      if (checked.success) return;
      for (const { message } of checked.error.issues)
        context.addIssue({ code: 'custom', params: breaks('bad-media'), message });
    });
}

function isObject({ value }: { readonly value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * A recording of the repository needs captions or a transcript, for readers who cannot hear it (WCAG 2.2, 1.2.1 and 1.2.2).
 * A recording on another site does not, since the newsroom cannot caption it.
 */
function requireWords(needed: 'transcript' | 'captions-or-transcript') {
  return (value: unknown, context: z.RefinementCtx): void => {
    const { src, captions, transcript } = value as Readonly<Record<string, unknown>>;
    if (typeof src !== 'string' || isOutside(src) || transcript !== undefined) return;
    if (needed !== 'transcript' && captions !== undefined) return;
    const message =
      needed === 'transcript'
        ? 'Ce son n’est accessible qu’à qui l’entend\u202f; ajoutez «\u00a0transcript: …\u00a0», un fichier de texte qui dit ce que l’on entend.'
        : 'Cette vidéo n’est accessible qu’à qui l’entend\u202f; ajoutez «\u00a0captions: …\u00a0», des sous-titres WebVTT, ou «\u00a0transcript: …\u00a0», un fichier de texte.';
    context.addIssue({
      code: 'custom',
      params: breaks('no-transcript'),
      path: ['src'],
      input: src,
      message,
    });
  };
}
