// The source that a reading names becomes what its licence asks for: a link to it, and one to the licence.

export interface WeatherSource {
  /** As readings and pages name it. */
  readonly name: string;
  /** null: nothing is known of it but the name. */
  readonly credit: Credit | null;
}

export interface Credit {
  readonly url: string;
  readonly licence: Licence;
}

/** One whose licence wants it named. */
export type CreditedSource = Credit & Pick<WeatherSource, 'name'>;

export interface Licence {
  readonly name: string;
  readonly url: string;
}

/** Asks for the source's name, a link, the licence, and a word on what was changed (section 3(a)(1)). */
const CC_BY: Licence = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.fr',
};

/** A link beside the data: open-meteo.com/en/licence. */
export const OPEN_METEO: CreditedSource = {
  name: 'Open-Meteo',
  url: 'https://open-meteo.com/',
  licence: CC_BY,
};

/** « MET Norway » is to be credited: met.no/en/free-meteorological-data/Licensing-and-crediting. */
export const MET_NORWAY: CreditedSource = {
  name: 'MET Norway',
  url: 'https://www.met.no/en',
  licence: CC_BY,
};

const CREDITED: readonly CreditedSource[] = [OPEN_METEO, MET_NORWAY];

/** What readings say of themselves. */
type Sourced = readonly { readonly source: string }[];

/** The sources of several readings, each once, in the order of their first. */
export function sourcesOf(readings: Sourced): readonly WeatherSource[] {
  return [...new Set(readings.map(({ source }) => source))].map(name => ({ name, credit: creditOf(name) }));
}

/** Those of them whose licence wants them named. */
export function creditedSources(readings: Sourced): readonly CreditedSource[] {
  return sourcesOf(readings).flatMap(({ name, credit }) => (credit === null ? [] : [{ name, ...credit }]));
}

function creditOf(source: string): Credit | null {
  const credited = CREDITED.find(({ name }) => name === source);
  return credited === undefined ? null : { url: credited.url, licence: credited.licence };
}
