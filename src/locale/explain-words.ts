// Why a page was rendered, in French: what `npm run build -- --explain` prints.
import { quoting } from './quoting.ts';

/** What the names of parts of pages mean to an editor; a part without words is shown by its name. */
const PARTS: Readonly<Record<string, string>> = {
  shown: 'l’article vers lequel elle mène',
  article: 'l’article lui-même, son texte ou ses photos',
  section: 'le nom de la rubrique',
  topics: 'ses sujets',
  dossiers: 'ses pages spéciales, ou la liste des pages spéciales',
  newer: 'l’article ou la période qui suit',
  older: 'l’article ou la période qui précède',
  related: '«\u00a0À lire aussi\u00a0»',
  aged: 'son âge\u00a0: elle a plus d’un an',
  social: 'son image pour les réseaux sociaux',
  participation: 'l’adresse du service de participation',
  comments: 'ses commentaires',
  isClosed: 'son âge : elle ne reçoit plus de commentaires',
  lead: 'l’article de tête',
  slides: 'le diaporama de la une',
  headlines: 'les titres de la une',
  wire: '«\u00a0Le fil\u00a0»',
  sections: 'les rubriques et leurs articles',
  photographs: 'les bandeaux de photos',
  description: 'sa description',
  title: 'son titre',
  body: 'son texte',
  pictures: 'ses photos',
  portal: 'le nom du portail',
  name: 'son nom',
  layout: 'sa disposition',
  first: 'l’article de tête',
  others: 'les autres articles, ou les autres pages du même genre',
  months: 'la liste des mois',
  years: 'la liste des années',
  days: 'les jours et leurs articles',
  periods: 'combien d’articles il y a par année, par mois ou par jour',
  period: 'l’année, le mois ou le jour',
  dates: 'les dates clés',
  parts: 'les parties et leurs articles',
  image: 'sa photo',
  month: 'le mois',
  year: 'l’année',
  day: 'le jour',
  count: 'le nombre d’articles',
  articles: 'la liste des articles',
  reason: 'la raison du retrait',
  standfirst: 'son chapô',
  running: 'si elle est en cours ou close',
  now: 'les flashs en cours',
  past: 'les flashs passés',
  mostRead: 'les articles les plus lus',
  weather: 'la météo',
  taken: 'l’heure du relevé',
  until: 'l’heure à laquelle le relevé sera trop ancien',
  stale: 'si le relevé est trop ancien',
  source: 'la source des prévisions',
  open: 'les sondages ouverts',
  closed: 'les sondages clos',
  poll: 'le sondage, ou ses votes',
  slug: 'son adresse',
  id: 'son identité',
  pages: 'les pages qui y sont',
  changed: 'les dates de ses articles',
  published: 'les dates de ses articles',
  news: 'les nouvelles',
  page: 'la page dont il donne les nouvelles',
  hub: 'l’adresse du relais (WebSub)',
  told: 'l’identité, les dates, les signatures ou les sujets de ses articles',
  texts: 'le texte ou les photos de ses articles',
  terms: 'les mots de ses articles',
  buckets: 'en combien de fichiers sont les mots de la recherche',
  segments: 'les périodes de la recherche',
  newest: 'les derniers articles',
  proof: 'le relevé de la qualité du site',
};

const PORTAL_PARTS: Readonly<Record<string, string>> = {
  name: 'son nom',
  description: 'sa description',
  baseUrl: 'son adresse',
  typedFolder: 'la façon dont ses adresses s’écrivent',
  locale: 'sa langue',
  navigation: 'ses rubriques',
  editorial: 'ses pages de texte',
  assets: 'ses feuilles de style, programmes, icônes ou polices',
  services: 'ses services en bas de page',
  weatherSources: 'la source de ses prévisions météo',
  feed: 'l’adresse de son flux',
  timeZone: 'son fuseau horaire',
  style: 'sa façon d’écrire les dates, les températures et les sources',
  clock: 'son horloge arrêtée',
  policy: 'sa politique de sécurité',
  social: 'son image pour les réseaux sociaux',
};

const BLOCKS: Readonly<Record<string, string>> = {
  day: 'le jour de l’édition',
  order: 'l’ordre des blocs',
  ticker: 'le bandeau «\u00a0Flash\u00a0»',
  weather: 'la météo',
  picks: '«\u00a0Sélection de la rédaction\u00a0»',
  'most-read': '«\u00a0Les articles les plus lus\u00a0»',
  poll: 'le sondage',
  dossiers: '«\u00a0Pages spéciales\u00a0»',
};

function named(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? `«\u00a0${name}\u00a0»`;
}

export const explainWords = quoting({
  upToDate: (url: string) => `${url} est à jour\u00a0: une construction ne la referait pas.`,
  wouldRender: (url: string) => `${url} serait refaite maintenant\u00a0:`,
  lastTime: 'La dernière fois, elle a été faite parce que\u00a0:',
  neverBuilt: 'Aucune construction ne l’a encore faite.',
  noPage: (url: string, closest: string | null) =>
    closest === null
      ? `Aucune page n’a l’adresse «\u00a0${url}\u00a0».`
      : `Aucune page n’a l’adresse «\u00a0${url}\u00a0»\u202f; peut-être «\u00a0${closest}\u00a0»\u202f?`,
  item: (reason: string) => `  – ${reason}`,
  reasons: {
    new: () => 'elle est nouvelle, ou la mémoire n’en sait rien\u202f;',
    file: () => 'son fichier manque dans le site, ou n’y est pas sûr\u202f;',
    code: () => 'le programme qui fait les pages a changé\u202f;',
    'time zone': () => 'le fuseau horaire du site a changé\u202f;',
    portal: (part: string) => `le portail a changé\u00a0: ${named(PORTAL_PARTS, part)}\u202f;`,
    template: (name: string) =>
      `son gabarit «\u00a0${name}.njk\u00a0», ou un morceau ou des données qu’il montre, a changé\u202f;`,
    edition: () => 'elle dit l’heure de l’édition, qui a un nouvel article\u202f;',
    furnished: (now: boolean) =>
      now
        ? 'elle porte désormais l’actualité du moment\u202f;'
        : 'elle ne porte plus l’actualité du moment\u202f;',
    'furniture mode': () =>
      'l’actualité du moment y vient désormais par un autre chemin («\u00a0furnitureMode\u00a0»)\u202f;',
    pointer: () => 'les liens vers l’actualité du moment ont changé\u202f;',
    block: (name: string) => `l’actualité du moment a changé\u00a0: ${named(BLOCKS, name)}\u202f;`,
    'block template': (name: string) => `le gabarit d’un bloc a changé\u00a0: ${named(BLOCKS, name)}\u202f;`,
    shown: (part: string) => `ce qu’elle montre a changé\u00a0: ${named(PARTS, part)}\u202f;`,
    unknown: () => 'quelque chose a changé que la mémoire ne garde pas à part\u202f;',
  },
} as const);
