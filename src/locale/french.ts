// Every French word of the interface. Templates use it as `words`, and contain no word themselves.
// No-break spaces are escapes, to make them visible in this file: \u00a0 wide, \u202f narrow.
import { FIRST_OF_MONTH } from './calendar.ts';

/** The two forms of a noun, between which `agree` chooses. */
export interface NounForms {
  readonly one: string;
  readonly many: string;
}

export const french = {
  // Around every page
  openGraphLocale: 'fr_FR',
  skipToContent: 'Aller au contenu',
  skipToSections: 'Aller aux rubriques',
  editionAt: 'Édition de',
  firstOfMonth: FIRST_OF_MONTH,
  atTime: 'à',
  sections: 'Rubriques',
  allSections: 'Toutes les rubriques',
  search: 'Recherche',
  searchFor: 'Chercher un article',
  doSearch: 'Chercher',
  appearance: 'Apparence',
  themeLight: 'Clair',
  themeDark: 'Sombre',
  themeAuto: 'Selon l’appareil',
  pause: 'Arrêter le défilement',
  play: 'Lancer le défilement',
  editions: 'Autres éditions',
  about: 'Le portail',
  services: 'En continu',
  // The fonts' licence stands as a link between the two.
  colophonBefore: 'Composé en Quotidien Serif, tirée de Source Serif 4 (Adobe,',
  fontLicence: 'licence SIL OFL',
  colophonAfter:
    ')\u202f; icônes Bootstrap Icons (licence MIT)\u202f; fonds de carte Natural Earth (domaine public). Site statique construit avec Quotidien.',
  // Only where its licence asks for it
  colophonWeather: 'Prévisions météo\u00a0:',
  // In the file of the fonts’ licence
  cutFrom: '{family}, tirée de {original}\u00a0:',
  breadcrumb: 'Fil d’Ariane',
  menu: 'Menu',
  contents: 'Sommaire',
  frontPage: 'À la une',
  archives: 'Archives',
  feed: 'Flux',
  backToTop: 'Haut de page',

  // Feeds
  thisIsAFeed:
    'Ceci est un flux\u00a0: il est fait pour un lecteur de flux, auquel il suffit de donner l’adresse de cette page.',
  feedsExplained: 'Les flux, en quelques mots',
  feedsWhat:
    'Un flux est une liste des derniers articles, qu’un programme lit pour vous\u00a0: il vous montre ce qui est nouveau, au même endroit que les autres sites que vous suivez, sans compte à ouvrir, sans publicité et sans que personne sache ce que vous lisez.',
  feedsHow:
    'Installez un lecteur de flux sur votre téléphone ou votre ordinateur (il en est de gratuits, et plusieurs logiciels de courrier savent aussi les lire), puis donnez-lui l’adresse d’un flux. Le plus souvent, celle du portail suffit\u00a0: le lecteur trouve le flux de lui-même.',
  colon: '\u00a0:',
  feedsFormats:
    'Les trois formats disent la même chose, articles entiers et photos compris\u00a0: prenez Atom, ou celui que demande votre lecteur.',
  feedsLists:
    'Chaque sujet, chaque auteur et chaque page spéciale a aussi le sien, avec le chapô de ses articles\u00a0: donnez l’adresse de la page à votre lecteur, ou ajoutez-y',

  // The site's quality
  qualityWhat:
    'Un programme relit toutes les pages de ce site comme le ferait un inconnu\u00a0: il part de la une, suit chaque lien, mesure chaque image et lit chaque texte. Il ne regarde pas comment le site est fait, mais ce qui est devant vous. Voici ce qu’il a examiné, et ce qu’il a trouvé.',
  qualityOf: 'Relevé du',
  qualityCommit: ', sur l’état',
  qualityHow:
    'Un relevé vaut pour les pages de ce jour-là. Il ne dit rien de l’exactitude des articles, dont la rédaction répond\u202f; une faute qui lui échappe peut toujours être signalée.',
  faultless: 'Rien à signaler',
  faults: { one: 'faute', many: 'fautes' },
  doubts: { one: 'point à revoir', many: 'points à revoir' },
  pages: { one: 'page', many: 'pages' },

  // On paper
  address: 'Adresse de la page\u00a0:',
  linkedAddresses: 'Adresses des liens',

  // Furniture
  flashes: 'Flash\u00a0:',
  furniture: 'L’actualité du moment',
  picks: 'Sélection de la rédaction',
  mostRead: 'Les articles les plus lus',
  mostReadShort: 'Les plus lus',
  mostReadAll: 'Toute la liste',
  newsroomChoice: 'Faute de relevé récent, ces articles sont choisis par la rédaction.',
  poll: 'Sondage',
  polls: 'Tous les sondages',
  city: 'Ville',
  takenAt: 'Relevé de',
  forecasts: 'Prévisions par ville',
  readingTooOld: 'Le dernier relevé est trop ancien pour être montré\u202f; il date du',
  countedOn: 'Relevé du',
  oldReading: 'relevé trop ancien',
  specialPages: 'Pages spéciales',
  newestIn: 'Derniers articles\u00a0:',
  olderArticle: 'À lire aujourd’hui\u00a0:',

  // An article
  notForReaders: 'Les lecteurs n’ont pas cet article.',
  noneAbsent: 'Les lecteurs ont tous les articles.',
  allAbsent: 'Tous les articles non publiés',
  byAuthor: 'Par',
  and: 'et',
  alsoIn: 'Aussi en\u00a0:',
  aged: 'Cet article a plus d’un an\u00a0: il date du',
  articleTools: 'Outils de lecture',
  textSize: 'Taille du texte',
  textLarger: 'Agrandir le texte',
  textSmaller: 'Réduire le texte',
  textLargerSign: 'T+',
  textSmallerSign: 'T−',
  print: 'Imprimer',
  share: 'Partager',
  shareBy: 'Partager par',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié.',
  shareElsewhere: 'Autres moyens',
  credit: 'Crédit\u00a0:',
  enlarge: 'Voir en grand',
  updatedOn: 'Mis à jour le',
  corrections: { one: 'Correction', many: 'Corrections' },
  topics: { one: 'Sujet', many: 'Sujets' },
  dossiers: { one: 'Page spéciale', many: 'Pages spéciales' },
  related: 'À lire aussi',
  neighbours: 'Pages voisines',
  newer: 'Plus récent',
  older: 'Plus ancien',

  // Photographs on the whole screen
  viewer: 'Photos en grand',
  photoOf: 'Photo {n} sur {total}',
  zoom: 'Agrandir',
  close: 'Fermer',

  // Films and sounds
  video: 'Vidéo',
  audio: 'Audio',
  watchAt: 'Voir la vidéo sur',
  listenAt: 'Écouter sur',
  captions: 'Sous-titres',
  transcript: 'Transcription',

  // Comments
  comments: 'Commentaires',
  commentsClosed: 'Les commentaires sont fermés.',
  noComments: 'Aucun commentaire pour l’instant.',
  anonymous: 'Anonyme',
  reply: 'Répondre',
  replyTo: 'à',
  report: 'Signaler',
  reportOf: 'le commentaire de',
  answersGone: 'En réponse à un commentaire qui n’est plus là.',
  answersTo: 'En réponse à',
  answersArticle: 'L’article',
  yourComment: 'Votre commentaire',
  userName: 'Nom d’utilisateur',
  comment: 'Commentaire',
  remaining: 'Encore {n} signes.',
  commentReceived: 'Votre commentaire est bien arrivé. La rédaction le lit avant de le publier.',
  commentFailed:
    'Le service ne répond pas. Votre texte est gardé ici\u00a0: renvoyez-le dans quelques minutes.',
  commentConsent:
    'En l’envoyant, vous acceptez qu’il soit publié ici avec le nom choisi. Le service ne garde ni votre adresse ni rien d’autre de vous\u202f; écrivez à la rédaction pour le faire effacer.',
  leaveEmpty: 'Laissez ce champ vide',
  commentRules: 'Les commentaires sont lus par la rédaction avant d’être publiés.',
  send: 'Envoyer',

  // Polls
  votes: { one: 'vote', many: 'votes' },
  vote: 'Voter',
  voteReceived: 'Votre vote est compté. Merci\u202f!',
  voteFailed: 'Le service ne répond pas. Votez de nouveau dans quelques minutes.',
  yourVote: 'Votre réponse',
  noVoting: 'Le vote en ligne n’est pas ouvert.',
  answersForVoters: 'Les réponses des autres se montrent à qui a voté, puis à tous à la clôture.',
  answersAtClosing: 'Les réponses se montreront à la clôture.',
  noVotes: 'Aucun vote n’a encore été compté.',
  pollCloses: 'Clôture le',
  pollClosed: 'Clos le',
  openPolls: 'Ouverts',
  closedPolls: 'Clos',
  otherPolls: 'Autres sondages',

  // Weather
  day: 'Jour',
  sky: 'Ciel',
  high: 'Maximum',
  low: 'Minimum',
  otherCities: 'Autres villes',
  forecastOf: 'Source des prévisions\u00a0:',
  forecastsAdapted: ', températures arrondies et temps de la journée résumé',
  licence: 'licence',
  readingTooOldOf: 'Relevé trop ancien pour être montré\u00a0:',

  // Search
  searchNeeds:
    'La recherche se fait dans le navigateur, avec JavaScript. Sans lui, ces pages mènent à tous les articles.',
  searchWays: 'Parcourir',
  searchHelp: 'Entre guillemets, les mots se suivent\u00a0: «\u00a0palme d’or\u00a0».',
  searchSuggestions: 'Suggestions',
  topicKind: 'sujet',
  placeKind: 'lieu',
  titleKind: 'article',
  refine: 'Affiner',
  sectionName: 'Rubrique',
  anySection: 'Toutes',
  anyYear: 'Toutes',
  year: 'Année',
  source: 'Source',
  order: 'Ordre',
  byRelevance: 'Pertinence',
  byDate: 'Date',
  searching: 'Recherche…',
  searchNone: 'Aucun article ne contient ces mots.',
  searchOne: 'Un article trouvé.',
  searchMany: '{n} articles trouvés.',
  searchFirst: 'Les {n} premiers articles.',
  searchPartial: 'Aucun article ne contient tous ces mots. En voici qui en contiennent une partie.',
  searchInstead:
    'Aucun article ne contient «\u00a0{typed}\u00a0». Articles qui contiennent «\u00a0{instead}\u00a0».',
  searchCommon: 'Ces mots sont dans presque tous les articles. Ajoutez-en un autre.',
  searchIncomplete: 'Une partie des articles n’a pas pu être cherchée. Recommencez dans un instant.',
  searchFailed: 'La recherche n’a pas pu se faire. Vérifiez la connexion, puis recommencez.',
  searchMore: 'Voir plus d’articles',
  results: 'Résultats',

  // Lists
  flash: 'Flash',
  articles: { one: 'article', many: 'articles' },
  photos: { one: 'photo', many: 'photos' },
  newestArticles: 'Derniers articles',
  wire: 'Le fil',
  inPictures: 'En images',
  slideshow: 'Diaporama de la une',
  previous: 'Précédent',
  next: 'Suivant',
  flashesOfTheMoment: 'Les flashs du moment',
  noFlash: 'Aucun flash en ce moment.',
  flashesNow: 'Dans le bandeau',
  flashesPast: 'Auparavant',
  leaves: 'jusqu’au',
  byDay: 'Jour par jour',
  sectionArchives: 'Archives de la rubrique',
  leadOfDossier: 'L’essentiel du dossier',
  keyDates: 'Dates clés',
  chronology: 'Chronologie',
  wholeDossier: 'Tout le dossier',
  closedDossier: 'Ce dossier est clos.',
  newestOfDossier: 'Dernier article\u00a0:',
  onlyNewest: 'Seuls les articles les plus récents figurent ici\u202f; les autres restent dans les',
  inArchives: 'archives',
  byLetter: 'Par lettre',
  nothingYet: 'Rien n’a encore été publié ici.',

  // Pages that have another address, or do not exist
  moved: 'Cette page a changé d’adresse',
  movedTo: 'Nouvelle adresse\u00a0:',
  withdrawn: 'Cet article a été retiré',
  withdrawnBefore: 'Article retiré\u00a0:',
  notFound:
    'La page demandée n’existe pas, ou n’existe plus. Ces pages aideront peut-être à la retrouver\u00a0:',
} as const satisfies Readonly<Record<string, string | NounForms>>;
