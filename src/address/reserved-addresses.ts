// The first parts of addresses that the engine keeps for itself: no section and no editorial page can take one.

/** Each one a page or a folder of the site; a section of the same name would write over it. */
export const reservedAddresses: readonly string[] = [
  // `/404.html`: some hosts answer `/404` and `/404/` with it.
  '404',
  // `/archives/2014/05/20/`: all articles by date.
  'archives',
  // `/assets/`: styles, fonts and scripts.
  'assets',
  // `/dossiers/{slug}/`: the special pages.
  'dossiers',
  // `/flash/`: all that is in the ticker.
  'flash',
  // `/flux.xml`, and the feeds of sections below `/flux/`.
  'flux',
  // `/images/`: photographs, cards and maps in all their sizes.
  'images',
  // `/index.html` is the home page; some hosts answer `/index/` with it.
  'index',
  // `/les-plus-lus/`: the articles most read.
  'les-plus-lus',
  // `/medias/`: films, sounds and their captions.
  'medias',
  // `/meteo/{ville}/`: the forecasts.
  'meteo',
  // `/recherche/`: the search.
  'recherche',
  // `/sondages/{slug}/`: the polls.
  'sondages',
  // `/style/`: the style sheets.
  'style',
  // `/sujets/{slug}/`: the topics.
  'sujets',
];

/**
 * Whether the engine keeps this first part of addresses for itself.
 * @param slug the first part without slashes: `archives` of `/archives/2014/`.
 */
export function isReservedAddress(slug: string): boolean {
  return reservedAddresses.includes(slug);
}
