// Who is asked for the weather, and whom they can write to.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';

/** The first is that of a portal that says nothing. */
export const WEATHER_PROVIDERS = ['open-meteo', 'met-norway'] as const;

export type WeatherProviderName = (typeof WEATHER_PROVIDERS)[number];

/** Letters that a header of HTTP can hold. */
const CONTACT = /^(?:[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+|https:\/\/[a-z0-9.-]+(?:\/[\w./~-]*)?)$/i;

/** MET Norway blocks whom it cannot reach (api.met.no/doc/TermsOfService). */
export const weatherContactSchema = z
  .string()
  .max(100)
  .refine(text => CONTACT.test(text), {
    message:
      'Le contact est une adresse électronique ou celle d’une page, sans accent ni espace\u202f; écrivez-le comme «\u00a0technique@exemple.fr\u00a0» ou «\u00a0https://www.exemple.fr/contact\u00a0».',
    params: breaks('weather-contact'),
  });

/** Runs on files that have other mistakes too. */
export function requireContact(file: unknown, context: z.RefinementCtx): void {
  const { weatherProvider, weatherContact = null } = (file ?? {}) as {
    readonly weatherProvider?: unknown;
    readonly weatherContact?: unknown;
  };
  if (weatherProvider !== 'met-norway' || weatherContact !== null) return;
  context.addIssue({
    code: 'custom',
    path: ['weatherProvider'],
    params: breaks('weather-contact'),
    message:
      'MET Norway veut pouvoir écrire à qui l’interroge, et bloque les autres\u202f; ajoutez «\u00a0weatherContact\u00a0», avec une adresse électronique ou celle d’une page.',
  });
}
