// The code of a country becomes its name as French newspapers print it, and a shorter name for maps with little room.

/** Names that replace Unicode’s where those are the words of treaties, or longer than a reader needs. */
const NAMES: Readonly<Record<string, string>> = {
  CD: 'République démocratique du Congo',
  CF: 'Centrafrique',
  CG: 'Congo',
  CZ: 'République tchèque',
  FK: 'Malouines',
  GS: 'Géorgie du Sud',
  HK: 'Hong Kong',
  IO: 'Territoire britannique de l’océan Indien',
  KG: 'Kirghizistan',
  MM: 'Birmanie',
  MO: 'Macao',
  SX: 'Saint-Martin',
  TF: 'Terres australes françaises',
  VA: 'Vatican',
  VI: 'Îles Vierges américaines',
  VN: 'Vietnam',
};

const SHORT_NAMES: Readonly<Record<string, string>> = {
  AE: 'Émirats',
  BA: 'Bosnie',
  CD: 'RD Congo',
  CZ: 'Rép. tchèque',
  DO: 'Rép. dom.',
  MK: 'Macédoine',
  PG: 'Papouasie',
};

let unicode: Intl.DisplayNames | null = null;

/** `ML` → « Mali ». */
export function countryName(code: string): string {
  unicode ??= new Intl.DisplayNames('fr', { type: 'region' });
  return NAMES[code] ?? unicode.of(code)!.replaceAll("'", '’');
}

/** The names of the country, the longest first. */
export function countryNames(code: string): readonly string[] {
  const short = SHORT_NAMES[code];
  return short === undefined ? [countryName(code)] : [countryName(code), short];
}
