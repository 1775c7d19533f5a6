// What `/style/` says of each component, to whoever changes the theme: its sizes and states, what to do with it and what not.

export interface PieceWords {
  /** Within the page's address, `/style/#couleurs`. */
  readonly id: string;
  readonly title: string;
  /** Sizes, and the states that the page shows. */
  readonly sizes: string;
  readonly good: string;
  readonly bad: string;
}

const pieces = {
  colours: {
    id: 'couleurs',
    title: 'Couleurs',
    sizes:
      'Chaque couleur sur chacun de ses fonds, le jour et la nuit\u00a0: au moins 7 pour 1 pour un texte, 3 pour 1 pour un signe.',
    good: 'Changer une couleur dans tokens.css, puis lancer les tests\u00a0: ils calculent tous les contrastes.',
    bad: 'Écrire une couleur ailleurs, ou poser un texte sur un fond qui n’est pas le sien.',
  },
  letters: {
    id: 'lettres',
    title: 'Lettres',
    sizes:
      'Sept corps. La serif, de 400 à 700, est servie avec la page\u202f; la linéale est celle de l’appareil.',
    good: 'La serif pour ce qui se lit, titres et textes\u202f; la linéale pour ce qui se parcourt, listes, dates et boutons.',
    bad: 'Un texte de plus de trois lignes en --smallest\u202f; une troisième famille.',
  },
  controls: {
    id: 'commandes',
    title: 'Boutons et champs',
    sizes:
      'Au moins 28\u00a0pixels de côté. Au repos, sans effet, en action principale\u202f; le contour de la touche de tabulation fait 3\u00a0pixels.',
    good: 'Une seule action principale par formulaire\u202f; une étiquette visible pour chaque champ.',
    bad: 'Un bouton qui ne porte qu’un signe, sans nom pour qui ne le voit pas.',
  },
  prose: {
    id: 'texte',
    title: 'Texte courant',
    sizes: 'De 17 à 18\u00a0pixels, au choix du lecteur de 16 à 27, en lignes de 60 à 75\u00a0signes.',
    good: 'Un intertitre toutes les trois ou quatre idées\u202f; l’italique pour les titres d’œuvres.',
    bad: 'Un paragraphe entier en gras ou en italique.',
  },
  weather: {
    id: 'meteo',
    title: 'Météo\u00a0: relevé frais, relevé trop ancien',
    sizes: 'Une ligne, aussi sur un téléphone. Trop ancien, le relevé cède la place à une note datée.',
    good: 'Nommer la ville et le ciel en toutes lettres, à côté du signe.',
    bad: 'Un relevé sans heure.',
  },
  ticker: {
    id: 'flash',
    title: 'Flash',
    sizes:
      'Une ligne qui défile\u202f; un bouton l’arrête, et rien ne bouge pour qui a demandé moins d’animations.',
    good: 'Deux à quatre nouvelles, de moins de 80\u00a0signes.',
    bad: 'Une nouvelle qui n’est plus urgente.',
  },
  slideshow: {
    id: 'diaporama',
    title: 'Diaporama',
    sizes: 'Photos en trois pour deux, une à trois de front. Sans JavaScript, une liste à faire glisser.',
    good: 'Trois à six articles, chacun avec une photo qui se comprend en petit.',
    bad: 'Une photo qui porte du texte.',
  },
  lead: {
    id: 'ouverture',
    title: 'Ouverture, avec et sans photo',
    sizes: 'La plus grande photo et le plus grand titre de la page\u202f; une par page.',
    good: 'Un titre de trois lignes au plus.',
    bad: 'Deux ouvertures sur une page.',
  },
  card: {
    id: 'liste',
    title: 'Articles dans une liste',
    sizes:
      'Photos en quatre tiers\u00a0: de 112\u00a0pixels sur un téléphone, de 192 sur un écran large. Avec et sans photo, flash, galerie, vidéo, audio.',
    good: 'Laisser sans photo un article qui n’en a pas de bonne.',
    bad: 'Couper un titre par des points de suspension.',
  },
  grid: {
    id: 'grille',
    title: 'Rubrique de photos',
    sizes: 'Trois photos de front sur un écran large, deux puis une sur un plus étroit.',
    good: 'La réserver aux rubriques qui vivent de leurs photos.',
    bad: 'Une grille d’articles sans photo.',
  },
  gallery: {
    id: 'galerie',
    title: 'Galerie, et la visionneuse',
    sizes: 'Photos dans la largeur du texte, puis de tout l’écran. Clavier\u00a0: flèches, Échap.',
    good: 'Une description pour chaque photo\u202f; une légende quand elle apprend quelque chose.',
    bad: 'La légende recopiée en description.',
  },
  recordings: {
    id: 'video-et-audio',
    title: 'Vidéo et audio\u00a0: du portail, puis d’ailleurs',
    sizes: 'Rien n’est chargé avant que le lecteur ne le demande\u202f; d’ailleurs, un lien et rien d’autre.',
    good: 'Des sous-titres pour une vidéo, une transcription pour un son.',
    bad: 'Une lecture qui commence toute seule.',
  },
  map: {
    id: 'carte',
    title: 'Carte de situation',
    sizes: 'À côté du texte sur un écran large. Elle prend les couleurs de la page, le jour et la nuit.',
    good: 'Un point, une légende qui le nomme.',
    bad: 'Une carte pour un lieu que tous les lecteurs connaissent.',
  },
  mostRead: {
    id: 'plus-lus',
    title: 'Les plus lus\u00a0: comptés, puis choisis',
    sizes: 'Cinq à dix lignes. Sans relevé récent, les articles sont dits choisis par la rédaction.',
    good: 'Dater le relevé.',
    bad: 'Présenter un choix comme un classement.',
  },
  picks: {
    id: 'selection',
    title: 'Sélection de la rédaction',
    sizes: 'Trois à cinq titres, l’un sous l’autre\u202f; sans choix, elle n’est pas là.',
    good: 'Des articles qui valent encore la lecture demain.',
    bad: 'L’article qui ouvre déjà la page.',
  },
  tabs: {
    id: 'onglets',
    title: 'Onglets',
    sizes:
      'Une ligne d’au moins 36\u00a0pixels. Clavier\u00a0: flèches, Début, Fin. Sans JavaScript, les volets se suivent, chacun sous son titre.',
    good: 'Deux volets ou trois, de même rang, dont le titre tient en un ou deux mots.',
    bad: 'Ce que tout lecteur doit voir, dans un volet fermé.',
  },
  poll: {
    id: 'sondage',
    title: 'Sondages',
    sizes: 'Ouvert, ouvert sans vote, sans vote en ligne, clos. Les parts sont écrites à côté des barres.',
    good: 'Une question, deux à cinq réponses qui s’excluent.',
    bad: 'Une question qui souffle sa réponse.',
  },
  comments: {
    id: 'commentaires',
    title: 'Commentaires',
    sizes: 'Ouverts, fermés, fermés et vides\u202f; au plus 3\u202f000\u00a0signes.',
    good: 'Dire avant l’envoi que la rédaction lit avant de publier.',
    bad: 'Un formulaire que personne ne relève.',
  },
} as const satisfies Readonly<Record<string, PieceWords>>;

export type PieceName = keyof typeof pieces;

interface Group {
  readonly title: string;
  readonly pieces: readonly PieceName[];
}

/** In the order of the page. */
const groups: readonly Group[] = [
  { title: 'Les bases', pieces: ['colours', 'letters', 'controls'] },
  {
    title: 'L’actualité',
    pieces: ['weather', 'ticker', 'slideshow', 'lead', 'card', 'grid', 'mostRead', 'picks', 'tabs'],
  },
  { title: 'L’article', pieces: ['prose', 'gallery', 'recordings', 'map'] },
  { title: 'Les lecteurs', pieces: ['poll', 'comments'] },
];

export const styleGuideWords = {
  pieces,
  groups,
  contents: 'Composants',
  sizes: 'Tailles et états',
  good: 'À faire',
  bad: 'À éviter',
  byDay: 'Le jour',
  byNight: 'La nuit',
  sample: 'Aa',
  ratio: 'au moins {least} pour 1',
  letters: [
    { size: 'title', text: 'Titre d’un article' },
    { size: 'larger', text: 'Ouverture d’une liste' },
    { size: 'large', text: 'Titre dans une liste' },
    { size: 'normal', text: 'Titre dans une colonne' },
    { size: 'reading', text: 'Le texte d’un article' },
    { size: 'small', text: 'Une légende, un fil d’Ariane' },
    { size: 'smallest', text: 'Une date, une heure' },
  ],
  controls: {
    atRest: 'Au repos',
    disabled: 'Sans effet',
    main: 'Action principale',
    field: 'Une ligne',
    choice: 'Une liste',
    option: 'Un choix',
    agree: 'Une case',
    text: 'Un texte',
  },
} as const;
