// A photograph's fields in front matter become its file, its description and the point around which it is cropped.
import { z } from 'zod';
import type { Focus } from '../images/photograph.ts';
import { breaks, type Rule } from '../problem/rule.ts';
import { type FileNameWords, fileName } from './file-name.ts';
import { refuseLineMistake } from './line-mistake.ts';
import { oneLine, onOneLine } from './one-line.ts';

/** One photograph is no gallery, and the page of more than a hundred would be too long. */
const GALLERY = { least: 2, most: 100 };

const FILE_WORDS: FileNameWords = {
  rule: 'bad-image',
  // Readers' browsers contact no other site than the portal.
  elsewhere: (address: string) =>
    `La photo «\u00a0${address}\u00a0» est sur un autre site\u202f; copiez la photo dans le dépôt et écrivez son chemin.`,
};

export function photographFile() {
  return fileName(FILE_WORDS, 'port.jpg');
}

export function photograph() {
  const fields = z.strictObject(
    {
      src: photographFile().meta({
        title: 'Fichier',
        description: 'Le nom de la photo, à côté de l’article ou dans content/media\u00a0: port.jpg.',
      }),
      alt: altText().optional().meta({
        title: 'Description',
        description: 'Ce que montre la photo, pour qui ne la voit pas.',
      }),
      decoration: z.boolean().default(false).meta({
        title: 'Décoration',
        description:
          'true si la photo n’apprend rien à qui ne la voit pas\u00a0: «\u00a0alt\u00a0» est alors vide.',
      }),
      caption: oneLine(400).optional().meta({ title: 'Légende', description: 'Le texte sous la photo.' }),
      credit: oneLine(150).optional().meta({ title: 'Crédit', description: 'Le photographe, l’agence.' }),
      focus: focus().optional().meta({
        title: 'Point d’intérêt',
        description:
          'Autour de quel point recadrer\u00a0: [0.3, 0.5] est à 30\u00a0% de la largeur depuis la gauche et à mi-hauteur.',
      }),
    },
    {
      error: ({ code, input }) =>
        code === 'invalid_type' && typeof input === 'string' && input.trim() !== ''
          ? `Il faut aussi décrire la photo\u202f; écrivez dessous, avec deux espaces de retrait, «\u00a0src: ${input.slice(0, 60)}\u00a0» puis «\u00a0alt: …\u00a0».`
          : undefined,
    },
  );
  return fields
    .superRefine(checkDescription, { when: ({ value }) => typeof value === 'object' && value !== null })
    .meta({ required: ['src'] });
}

/** `alt` may be empty only with `decoration: true`. A schema of the two fields alone could not tell the editor which one is missing. */
function checkDescription(value: unknown, context: z.RefinementCtx): void {
  const { alt, decoration } = value as { readonly alt?: unknown; readonly decoration?: unknown };
  const add = (rule: Rule, path: string[], message?: string): void =>
    context.addIssue(
      message === undefined
        ? { code: 'invalid_type', expected: 'string', input: undefined, path }
        : { code: 'custom', params: breaks(rule), input: alt, path, message },
    );
  if (decoration === true) {
    if (typeof alt === 'string' && alt !== '') {
      const message =
        'Cette photo est à la fois décrite et dite de décoration\u202f; effacez «\u00a0decoration: true\u00a0», ou videz «\u00a0alt\u00a0».';
      add('described-decoration', ['alt'], message);
    }
  } else if (alt === undefined) add('missing-field', ['alt']);
  else if (alt === '') {
    const message =
      'Le champ «\u00a0alt\u00a0» est vide\u202f; décrivez ce que montre la photo ou, si elle n’apprend rien à qui ne la voit pas, ajoutez «\u00a0decoration: true\u00a0».';
    add('empty-field', ['alt'], message);
  }
}

function altText() {
  return z.string().overwrite(onOneLine).max(300).check(refuseLineMistake);
}

/** A number of at least 0, which `parseYaml` leaves as text. */
const SHARE = /^(?:\d+(?:\.\d*)?|\.\d+)$/;

function focus() {
  const message =
    'Le champ «\u00a0focus\u00a0» est un point de la photo\u202f; écrivez deux nombres de 0 à 1, comme [0.3, 0.5]\u00a0: la part de la largeur depuis la gauche, puis de la hauteur depuis le haut.';
  return z
    .any()
    .transform((value: unknown, context): Focus => {
      const shares = Array.isArray(value)
        ? value.map(text => (SHARE.test(String(text)) ? Number(text) : Number.NaN))
        : [];
      const [x, y] = shares;
      if (shares.length === 2 && x! <= 1 && y! <= 1) return [x!, y!];
      context.addIssue({ code: 'custom', params: breaks('bad-focus'), message });
      return z.NEVER;
    })
    .meta({
      type: 'array',
      items: { type: 'number', minimum: 0, maximum: 1 },
      minItems: 2,
      maxItems: 2,
    });
}

export function gallery() {
  const error = ({
    code,
    input,
  }: {
    readonly code?: string;
    readonly input?: unknown;
  }): string | undefined =>
    code === 'invalid_type' && typeof input === 'string' && input.trim() !== ''
      ? 'Un diaporama est une liste de photos\u202f; écrivez dessous, pour chacune, «\u00a0- src: port.jpg\u00a0» puis, avec quatre espaces de retrait, «\u00a0alt: …\u00a0».'
      : undefined;
  return z.array(photograph(), { error }).min(GALLERY.least).max(GALLERY.most);
}
