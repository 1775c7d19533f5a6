// The code of a country to its name as French newspapers print it, and to shorter ones where a map has little room.

/** Where Unicode’s names are those of treaties, or say more than a reader needs. */
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

/** The longest first. */
export function countryNames(code: string): readonly string[] {
  const short = SHORT_NAMES[code];
  return short === undefined ? [countryName(code)] : [countryName(code), short];
}
