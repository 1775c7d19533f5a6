// Every word of the interface, in French: the templates take it as `words`, and hold no word themselves.
// No-break spaces are written as escapes, so that a reader of this file sees them: \u00a0 wide, \u202f narrow.

/** The two forms of a noun; French takes the singular up to, and not including, two. */
export interface NounForms {
  readonly one: string;
  readonly many: string;
}

export const french = {
  // Around every page
  skipToContent: 'Aller au contenu',
  editionOf: 'Édition du',
  atTime: 'à',
  sections: 'Rubriques',
  breadcrumb: 'Fil d’Ariane',
  footer: 'Pied de page',
  frontPage: 'À la une',
  archives: 'Archives',
  feed: 'Flux Atom',

  // Furniture
  flashes: 'Flash\u00a0:',
  furniture: 'L’actualité du moment',
  picks: 'Sélection de la rédaction',
  mostRead: 'Les articles les plus lus',
  countedOn: 'Relevé du',
  specialPages: 'Pages spéciales',
  olderArticle: 'À lire aujourd’hui\u00a0:',

  // An article
  sourceBefore: '(\u00a0Source\u00a0:',
  sourceAfter: '\u00a0)',
  byAuthor: 'Par',
  photoCredit: 'Photo\u00a0:',
  updatedOn: 'Mis à jour le',
  corrections: { one: 'Correction', many: 'Corrections' },
  topics: { one: 'Sujet', many: 'Sujets' },
  dossiers: { one: 'Page spéciale', many: 'Pages spéciales' },
  related: 'À lire aussi',
  neighbours: 'Pages voisines',
  newer: 'Plus récent',
  older: 'Plus ancien',

  // Lists
  flash: 'Flash',
  articles: { one: 'article', many: 'articles' },
  newestArticles: 'Derniers articles',
  sectionArchives: 'Archives de la rubrique',
  leadOfDossier: 'L’essentiel du dossier',
  newestOfDossier: 'Dernier article\u00a0:',
  onlyNewest: 'Seuls les articles les plus récents figurent ici\u202f; les autres restent dans les',
  inArchives: 'archives',
  nothingYet: 'Rien n’a encore été publié ici.',

  // Pages that are not where they were sought
  moved: 'Cette page a changé d’adresse',
  movedTo: 'Nouvelle adresse\u00a0:',
  notFound:
    'La page demandée n’existe pas, ou n’existe plus. Ces pages aideront peut-être à la retrouver\u00a0:',
} as const satisfies Readonly<Record<string, string | NounForms>>;
