// Degrees of latitude and longitude in a `_data` file, where numbers arrive as numbers.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';

function degrees(limit: number, message: string) {
  return z.number().refine(value => Math.abs(value) <= limit, { message, params: breaks('bad-coordinates') });
}

export const latitudeSchema = degrees(
  90,
  'La latitude est un nombre de -90 à 90 (le nord est positif)\u202f; corrigez-la, ou échangez-la avec la longitude.',
);

export const longitudeSchema = degrees(
  180,
  'La longitude est un nombre de -180 à 180 (l’est est positif)\u202f; corrigez-la.',
);
