// The field `map` of front matter becomes a place's name, its coordinates, or both.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { oneLine } from './one-line.ts';

const COORDINATES =
  'Les coordonnées sont deux nombres, la latitude (de -90 à 90, le nord est positif) puis la longitude (de -180 à 180, l’est est positif)\u202f; écrivez-les comme [12.65, -8].';

/** Two numbers as YAML text, without brackets: `12.65, -8`. */
const AS_TEXT = /^(-?\d+(?:\.\d+)?)\s*[,;]\s*(-?\d+(?:\.\d+)?)$/;

/** A text that must be coordinates, right or wrong, since no place has a name of figures only. */
const FIGURES_ONLY = /^[\d\s.,;°'′″+-]+$/;

export function map() {
  return z.union([
    oneLine(80).transform((text, context) => {
      const [, latitude, longitude] = AS_TEXT.exec(text) ?? [];
      if (latitude !== undefined && onEarth(Number(latitude), Number(longitude))) {
        return { place: undefined, at: [Number(latitude), Number(longitude)] as [number, number] };
      }
      if (!FIGURES_ONLY.test(text)) return { place: text, at: undefined };
      context.addIssue({ code: 'custom', params: breaks('bad-coordinates'), message: COORDINATES });
      return z.NEVER;
    }),
    coordinates().transform(at => ({ place: undefined, at })),
    z.strictObject({
      place: oneLine(80).meta({ title: 'Lieu', description: 'Le nom que montre la carte\u00a0: Bamako.' }),
      at: coordinates().optional().meta({
        title: 'Coordonnées',
        description: 'La latitude puis la longitude, en degrés\u00a0: [12.65, -8].',
      }),
    }),
  ]);
}

/** `parseYaml` leaves the numbers of front matter as text. */
function coordinates() {
  const degrees = z.string().meta({ type: 'number' });
  return z.array(degrees).transform((texts, context): [number, number] => {
    const [latitude, longitude] = texts.map(text =>
      /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN,
    );
    if (texts.length === 2 && onEarth(latitude!, longitude!)) return [latitude!, longitude!];
    context.addIssue({ code: 'custom', params: breaks('bad-coordinates'), message: COORDINATES });
    return z.NEVER;
  });
}

function onEarth(latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
