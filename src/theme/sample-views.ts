// One made-up view for every template, as full as a view can be: what tests render, and later what a style page shows.
import type { ArchivesView } from '../pages/archives/archives-page.ts';
import type { DayView } from '../pages/archives/day-page.ts';
import type { MonthView } from '../pages/archives/month-page.ts';
import type { YearView } from '../pages/archives/year-page.ts';
import type { ArticleView } from '../pages/article/article-page.ts';
import type { DossierView } from '../pages/dossier/dossier-page.ts';
import type { DossiersView } from '../pages/dossier/dossiers-page.ts';
import type { EditorialView } from '../pages/editorial/editorial-page.ts';
import type { NotFoundView } from '../pages/editorial/not-found-page.ts';
import type { FeedView } from '../pages/feed/feed-page.ts';
import type { FlashesView } from '../pages/flash/flash-page.ts';
import type { HomeView } from '../pages/home/home-page.ts';
import type { MostReadPageView, MostReadView } from '../pages/most-read/most-read-page.ts';
import type { PollView } from '../pages/poll/poll.ts';
import type { PollPageView } from '../pages/poll/poll-page.ts';
import type { PollsView } from '../pages/poll/polls-page.ts';
import type { RedirectView } from '../pages/redirect/redirect-page.ts';
import type { SearchView } from '../pages/search/search-page.ts';
import type { SectionMonthView } from '../pages/section/section-month-page.ts';
import type { SectionView } from '../pages/section/section-page.ts';
import type { StyleView } from '../pages/style/style-page.ts';
import type { TopicView } from '../pages/topic/topic-page.ts';
import type {
  Card,
  FurnitureView,
  Link,
  Moment,
  OutsideRecordingView,
  PageView,
  PhotographView,
  Picture,
  Portal,
  RecordingView,
} from '../pages/views.ts';
import type { CityView } from '../pages/weather/city-page.ts';
import type { WeatherLine } from '../pages/weather/weather-line.ts';
import type { WeatherView } from '../pages/weather/weather-page.ts';
import { renderBlock } from './render-block.ts';

const baseUrl = 'https://quotidien.example';

const home: Link = { url: '/', text: 'Accueil' };
const china: Link = { url: '/chine/', text: 'Chine' };
const world: Link = { url: '/monde/', text: 'Monde' };
const economy: Link = { url: '/economie/', text: 'Économie' };
const archives: Link = { url: '/archives/', text: 'Archives' };
const specialPages: Link = { url: '/dossiers/', text: 'Pages spéciales' };
const cybersecurity: Link = { url: '/sujets/cybersecurite/', text: 'Cybersécurité' };
const shanghaiSummit: Link = { url: '/dossiers/sommet-de-shanghai/', text: 'Le sommet de Shanghai' };

/** 20 May 2014 at an hour of Shanghai, as a view says it. */
function at(hour: string, minute: string): Moment {
  return {
    iso: `2014-05-20T${hour}:${minute}:00+08:00`,
    stamp: `20.05.2014 ${hour}h${minute}`,
    day: 'mardi 20 mai 2014',
    time: `${hour}\u00a0h\u00a0${minute}`,
  };
}

const portal: Portal = {
  name: 'Quotidien',
  description: 'Un portail d’information en français, pour la démonstration.',
  baseUrl,
  locale: 'fr',
  navigation: [
    china,
    world,
    { url: '/afrique/', text: 'Afrique' },
    economy,
    { url: '/sciences/', text: 'Sciences' },
    { url: '/societe/', text: 'Société' },
    { url: '/culture/', text: 'Culture' },
    { url: '/sport/', text: 'Sport' },
    { url: '/environnement/', text: 'Environnement' },
  ],
  editorial: [
    { url: '/a-propos/', text: 'À propos' },
    { url: '/mentions-legales/', text: 'Mentions légales' },
  ],
  assets: {
    styles: '/assets/style.css',
    script: '/assets/script.js',
    article: '/assets/article.js',
    search: '/assets/search.js',
    viewer: { script: '/assets/viewer.js', styles: '/assets/viewer.css' },
    icons: '/assets/icons.svg',
    fonts: ['/assets/serif.woff2', '/assets/sans.woff2'],
    early: 'document.documentElement.dataset.js=""',
  },
  services: [
    { url: '/flash/', text: 'Flash' },
    { url: '/les-plus-lus/', text: 'Les plus lus' },
    { url: '/dossiers/', text: 'Pages spéciales' },
    archives,
    { url: '/recherche/', text: 'Recherche' },
  ],
  feed: '/flux.xml',
  timeZone: 'Asia/Shanghai',
  clock: '2014-05-20T15:30:00+08:00',
  policy: "default-src 'none'; style-src 'self'",
  social: { url: `${baseUrl}/images/portail.jpg`, width: 1200, height: 630, alt: 'Quotidien' },
};

/** A picture of a place that shows `width` by `height` pixels, in two formats and for everybody. */
function picture(name: string, width: number, height: number): Picture {
  return {
    src: `/images/${name}-${width}.jpg`,
    width,
    height,
    sources: [
      {
        type: 'image/avif',
        srcset: `/images/${name}-${width / 2}.avif ${width / 2}w, /images/${name}-${width}.avif ${width}w`,
      },
      {
        type: 'image/webp',
        srcset: `/images/${name}-${width / 2}.webp ${width / 2}w, /images/${name}-${width}.webp ${width}w`,
      },
    ],
    sizes: '(min-width: 60em) 40em, 100vw',
    tone: 17,
  };
}

function photograph(
  number: number,
  name: string,
  height: number,
  about: Pick<PhotographView, 'alt' | 'caption'>,
): PhotographView {
  return {
    ...picture(name, 1200, height),
    ...about,
    credit: 'Nadia Benali',
    anchor: `photo-${number}`,
    full: picture(name, 2000, (height / 3) * 5),
    original: `/images/${name}-2000-credit.jpg`,
  };
}

const port: Card = {
  url: '/chine/2014/05/20/port.html',
  title: 'Le port en eau profonde reçoit ses premiers navires',
  summary: 'Trois porte-conteneurs ont accosté mardi matin, avec une semaine d’avance sur le calendrier.',
  section: china,
  date: at('13', '43'),
  source: 'Quotidien',
  place: 'Shanghai',
  image: {
    ...picture('port', 960, 540),
    alt: 'Un porte-conteneurs à quai, vu du large',
    caption: 'Le premier navire à quai.',
    credit: 'Nadia Benali',
  },
  kind: null,
  flash: true,
  lang: null,
};

const harvest: Card = {
  url: '/economie/2014/05/20/recolte.html',
  title: 'La récolte de blé d’hiver s’annonce bonne',
  summary: 'Les pluies d’avril ont compensé un mois de mars trop sec.',
  section: economy,
  date: at('09', '05'),
  source: 'Quotidien',
  place: null,
  image: null,
  kind: null,
  flash: false,
  lang: null,
};

const visitors: Card = {
  url: '/monde/2014/05/20/visitors.html',
  title: 'A note to our visitors',
  summary: 'What this portal is, in English.',
  section: world,
  date: at('08', '30'),
  source: 'Quotidien',
  place: 'Paris',
  image: null,
  kind: null,
  flash: false,
  lang: 'en',
};

const lights: Card = {
  ...port,
  url: '/photos/2014/05/20/lumieres.html',
  title: 'Le port, de l’aube à la nuit',
  summary: null,
  section: { url: '/photos/', text: 'Photos' },
  place: null,
  kind: { name: 'gallery', count: 3 },
  flash: false,
};

const comet: Card = {
  ...harvest,
  url: '/sciences/2014/05/20/comete.html',
  title: 'La sonde approche de sa comète',
  kind: { name: 'video', count: null },
};

const interview: Card = {
  ...harvest,
  title: 'Une heure avec un dockeur',
  kind: { name: 'audio', count: null },
};

const cards: readonly Card[] = [port, harvest, visitors];
const asLink = ({ url, title }: Card): Link => ({ url, text: title });

const poll: PollView = {
  slug: 'trains',
  url: '/sondages/trains/',
  question: 'Prenez-vous le train\u202f?',
  closes: at('23', '00'),
  closed: false,
  action: 'https://participation.example/sondages/trains/',
  counted: at('15', '00'),
  votes: 2077,
  choices: [
    { slug: 'oui', text: 'Oui', votes: 1288, percent: 62 },
    { slug: 'non', text: 'Non', votes: 789, percent: 38 },
  ],
};

const closedPoll: PollView = {
  ...poll,
  slug: 'avions',
  url: '/sondages/avions/',
  question: 'Prenez-vous l’avion\u202f?',
  closed: true,
  action: null,
  counted: null,
  votes: 0,
  choices: poll.choices.map(choice => ({ ...choice, votes: 0, percent: 0 })),
};

const weather: WeatherLine = {
  url: '/meteo/',
  taken: at('14', '00'),
  until: at('23', '00'),
  stale: false,
  cities: [
    {
      slug: 'beijing',
      url: '/meteo/beijing/',
      name: 'Beijing',
      sky: { icon: 'sky-very-cloudy', text: 'Très nuageux' },
      high: 28,
      low: 16,
    },
    {
      slug: 'paris',
      url: '/meteo/paris/',
      name: 'Paris',
      sky: { icon: 'sky-clear', text: 'Ensoleillé' },
      high: 21,
      low: -1,
    },
  ],
};

interface BlockViews {
  readonly weather: WeatherLine;
  readonly mostRead: MostReadView<Link>;
  readonly poll: PollView;
}

/** The furniture of a page: every block, of which some may show something else. */
function furnitureWith({ weather, mostRead, poll }: BlockViews): FurnitureView {
  const piece = (name: string, view: object) => ({ name, html: renderBlock(name, { ...view, portal }) });
  const flashes = cards.map(card => ({
    url: card.url,
    text: card.title,
    until: at('23', '00'),
    lang: card.lang,
  }));
  return {
    day: 'mardi 20 mai 2014',
    masthead: [piece('weather', { weather })],
    band: [piece('ticker', { flashes })],
    column: [
      { tabbed: false, pieces: [piece('picks', { links: [asLink(harvest), asLink(visitors)] })] },
      { tabbed: true, pieces: [piece('most-read', { mostRead }), piece('poll', { poll })] },
      {
        tabbed: false,
        pieces: [
          piece('dossiers', {
            links: [shanghaiSummit, { url: '/dossiers/mondial-2014/', text: 'Coupe du monde 2014' }],
          }),
        ],
      },
    ],
  };
}

const counted: MostReadView<Link> = { date: at('15', '00'), articles: cards.map(asLink) };
const furniture = furnitureWith({ weather, mostRead: counted, poll });

function page(url: string, title: string, breadcrumb: readonly Link[]): PageView {
  const description = `${title}, sur une page d’essai.`;
  const none = { section: null, lang: null, social: null, agesOn: null, edition: null };
  return { ...none, portal, url, canonical: baseUrl + url, title, description, breadcrumb, furniture };
}

const article: ArticleView = {
  ...page(port.url, port.title, [home, china]),
  section: china,
  source: 'Xinhua',
  date: port.date,
  summary: port.summary,
  author: 'Lin Wei',
  place: port.place,
  image: photograph(1, 'navire', 800, { alt: 'Un navire à quai', caption: 'Le premier navire à quai.' }),
  gallery: [],
  video: null,
  audio: null,
  map: null,
  social: { url: `${baseUrl}/images/navire-social.jpg`, width: 1200, height: 630, alt: 'Le navire' },
  updated: at('15', '10'),
  corrections: [{ date: at('14', '20'), text: 'Les navires sont au nombre de trois, et non de deux.' }],
  topics: [cybersecurity, { url: '/sujets/energie/', text: 'Énergie' }],
  dossiers: [shanghaiSummit],
  bodyHtml:
    '<p>Le quai nord est ouvert depuis mardi.</p>\n<h2 id="la-suite">La suite</h2>\n<p>Le quai sud le sera en juin.</p>',
  comments: {
    list: [
      { name: 'Nadia', date: at('14', '00'), paragraphs: ['Merci.', 'Et <b>bravo</b> & merci encore.'] },
      { name: null, date: at('14', '30'), paragraphs: ['Enfin\u202f!'] },
    ],
    action: 'https://participation.example/commentaires',
  },
  aged: false,
  agesOn: at('23', '59'),
  share: [
    {
      text: 'Courriel',
      icon: 'envelope',
      url: 'mailto:?subject=Le%20port&body=https%3A%2F%2Fquotidien.example',
    },
    { text: 'X', icon: 'twitter-x', url: 'https://x.com/intent/post?url=https%3A%2F%2Fquotidien.example' },
  ],
  newer: asLink(harvest),
  older: asLink(visitors),
  related: [harvest, visitors],
  lang: null,
};

/** As plain as an article can be, in another language, too old to carry furniture. */
const oldArticle: ArticleView = {
  ...page(visitors.url, visitors.title, [home, world]),
  furniture: null,
  section: world,
  source: 'Quotidien',
  date: visitors.date,
  summary: null,
  author: null,
  place: null,
  image: null,
  gallery: [],
  video: null,
  audio: null,
  map: null,
  updated: at('09', '00'),
  corrections: [{ date: at('09', '00'), text: 'The portal has nine sections.' }],
  topics: [],
  dossiers: [],
  bodyHtml: '<p>This portal is a demonstration.</p>',
  comments: null,
  aged: true,
  agesOn: at('10', '00'),
  social: article.social,
  share: [],
  newer: null,
  older: null,
  related: [],
  lang: 'en',
};

const gallery: ArticleView = {
  ...article,
  ...page(lights.url, lights.title, [home, lights.section]),
  section: lights.section,
  social: article.social,
  agesOn: article.agesOn,
  image: null,
  gallery: [
    photograph(1, 'quai', 800, { alt: 'Un quai sous un ciel rose', caption: 'L’aube sur le quai.' }),
    photograph(2, 'grue', 1500, { alt: 'Une grue', caption: 'La grue à midi.' }),
    photograph(3, 'phare', 800, { alt: '', caption: null }),
  ],
};

const film: RecordingView = {
  title: 'L’approche en dix secondes',
  address: null,
  src: '/media/comete.mp4',
  type: 'video/mp4',
  poster: picture('comete', 1200, 675),
  captions: '/media/comete.vtt',
  transcript: ['La comète passe.', 'La sonde la suit.'],
  caption: 'Vue d’artiste.',
  credit: 'Animation Quotidien',
};

const sound: RecordingView = {
  ...film,
  title: 'Une heure à bord',
  src: '/media/bord.mp3',
  type: 'audio/mpeg',
  poster: null,
  captions: null,
};

const filmElsewhere: OutsideRecordingView = {
  title: 'La sonde racontée par ses ingénieurs',
  address: 'https://www.films.example/sonde',
  host: 'films.example',
  poster: film.poster,
  transcript: film.transcript,
  caption: null,
  credit: 'Agence des films',
};

const recorded: ArticleView = {
  ...article,
  ...page(comet.url, comet.title, [home]),
  section: comet.section,
  social: article.social,
  agesOn: article.agesOn,
  image: null,
  video: film,
  audio: sound,
  map: {
    url: '/images/3f/carte.svg#carte',
    width: 640,
    height: 480,
    label: 'Bamako',
    alt: 'Carte de situation\u00a0: Bamako (Mali).',
  },
};

/** In another language, so that the portal's words around what it says are marked. */
const elsewhere: ArticleView = {
  ...recorded,
  lang: 'en',
  video: filmElsewhere,
  audio: { ...filmElsewhere, title: 'Un entretien', poster: null, transcript: [] },
  map: null,
};

const topic: TopicView = {
  ...page(cybersecurity.url, cybersecurity.text, [home]),
  articles: cards,
  count: 2077,
};

const sectionMonth: SectionMonthView = {
  ...page('/chine/2014/05/', 'Chine\u00a0: mai 2014', [home, china]),
  section: china,
  days: [
    { day: 'mardi 20 mai 2014', articles: cards },
    { day: 'jeudi 1er mai 2014', articles: [harvest] },
  ],
  newer: null,
  older: { url: '/chine/2014/04/', text: 'avril 2014' },
};

const day: DayView = {
  ...page('/archives/2014/05/20/', 'Mardi 20 mai 2014', [home, archives]),
  sections: [
    { section: china, articles: [port] },
    { section: economy, articles: [harvest] },
  ],
  newer: null,
  older: { url: '/archives/2014/05/19/', text: 'lundi 19 mai 2014' },
};

const month: MonthView = {
  ...page('/archives/2014/05/', 'Mai 2014', [home, archives]),
  days: [
    { url: '/archives/2014/05/20/', text: 'mardi 20 mai 2014', count: 12, lead: asLink(port) },
    { url: '/archives/2014/05/19/', text: 'lundi 19 mai 2014', count: 1, lead: asLink(harvest) },
  ],
  newer: { url: '/archives/2014/06/', text: 'juin 2014' },
  older: { url: '/archives/2014/04/', text: 'avril 2014' },
};

const year: YearView = {
  ...page('/archives/2014/', '2014', [home, archives]),
  months: [{ url: '/archives/2014/05/', text: 'mai 2014', count: 1204 }],
  newer: null,
  older: { url: '/archives/2013/', text: '2013' },
};

const allYears: ArchivesView = {
  ...page('/archives/', 'Archives', [home]),
  years: [
    { url: '/archives/2014/', text: '2014', count: 1204 },
    { url: '/archives/2013/', text: '2013', count: 1 },
  ],
};

const redirect: RedirectView = {
  ...page('/ancien/port.html', port.title, [home]),
  furniture: null,
  target: asLink(port),
};

const frontPage: HomeView = {
  ...page('/', 'À la une', []),
  edition: at('15', '30'),
  lead: port,
  slides: [harvest, visitors, comet],
  wire: [visitors, interview],
  photographs: [port, lights],
  sections: [
    { section: china, articles: [port, comet] },
    { section: economy, articles: [harvest] },
  ],
};

const emptyFrontPage: HomeView = {
  ...page('/', 'À la une', []),
  furniture: { day: null, masthead: [], band: [], column: [] },
  lead: null,
  slides: [],
  wire: [],
  photographs: [],
  sections: [],
};

const section: SectionView = {
  ...page('/chine/', 'Chine', [home]),
  layout: 'list',
  articles: [...cards, lights, comet, interview],
  months: [
    { url: '/chine/2014/05/', text: 'mai 2014', count: 31 },
    { url: '/chine/2014/04/', text: 'avril 2014', count: 1 },
  ],
};

const emptySection: SectionView = {
  ...page('/sport/', 'Sport', [home]),
  layout: 'list',
  articles: [],
  months: [],
};

const gridSection: SectionView = {
  ...page('/photos/', 'Photos', [home]),
  layout: 'grid',
  articles: [lights, { ...port, section: lights.section }, comet, { ...lights, title: 'Les quais, la nuit' }],
  months: [],
};

const dossiers: DossiersView = {
  ...page('/dossiers/', 'Pages spéciales', [home]),
  dossiers: [
    {
      url: shanghaiSummit.url,
      title: shanghaiSummit.text,
      count: 12,
      newest: visitors,
      standfirst: 'Deux jours de rencontres, du 20 au 21 mai 2014.',
    },
    {
      url: '/dossiers/mondial-2014/',
      title: 'Coupe du monde 2014',
      count: 0,
      newest: null,
      standfirst: 'Trente-deux équipes, douze stades.',
    },
  ],
};

const dossier: DossierView = {
  ...page(shanghaiSummit.url, shanghaiSummit.text, [home, specialPages]),
  standfirst: 'Deux jours de rencontres, du 20 au 21 mai 2014.',
  running: false,
  lead: port,
  days: [{ day: 'mardi 20 mai 2014', articles: [harvest, visitors, interview] }],
};

const editorial: EditorialView = {
  ...page('/a-propos/', 'À propos', [home]),
  bodyHtml: '<p>Ce portail est une démonstration.</p>',
};

const notFound: NotFoundView = page('/404.html', 'Page introuvable', [home]);

const feed: FeedView = {
  ...page('/flux.xml', 'Flux', []),
  furniture: null,
  updated: at('15', '10'),
  entries: [
    { ...port, canonical: baseUrl + port.url, author: 'Lin Wei', updated: at('15', '10') },
    { ...visitors, canonical: baseUrl + visitors.url, author: null, updated: visitors.date },
  ],
};

const flashCards = cards.map(card => ({
  url: card.url,
  text: card.title,
  until: at('23', '00'),
  date: card.date,
  section: card.section,
  lang: card.lang,
}));

const flashes: FlashesView = {
  ...page('/flash/', 'Flash', [home]),
  flashes: flashCards.slice(0, 1),
  past: flashCards.slice(1),
};

const noFlash: FlashesView = { ...page('/flash/', 'Flash', [home]), flashes: [], past: [] };

const mostRead: MostReadPageView = {
  ...page('/les-plus-lus/', 'Les articles les plus lus', [home]),
  mostRead: { date: at('15', '00'), articles: [...cards, lights] },
};

const chosen: MostReadPageView = {
  ...mostRead,
  furniture: furnitureWith({
    weather: { ...weather, stale: true, cities: [] },
    mostRead: { date: null, articles: cards.map(asLink) },
    poll: closedPoll,
  }),
  mostRead: { date: null, articles: cards },
};

const forecasts: WeatherView = {
  ...page('/meteo/', 'Prévisions par ville', [home]),
  weather,
  source: 'Service météorologique',
};

const oldForecasts: WeatherView = { ...forecasts, weather: { ...weather, stale: true, cities: [] } };

const weatherHome: Link = { url: '/meteo/', text: 'Météo' };

const city: CityView = {
  ...page('/meteo/beijing/', 'Météo\u00a0: Beijing', [home, weatherHome]),
  taken: weather.taken,
  until: weather.until,
  stale: false,
  source: 'Service météorologique',
  days: [
    { day: 'mardi 20 mai 2014', sky: { icon: 'sky-very-cloudy', text: 'Très nuageux' }, high: 28, low: 16 },
    { day: 'mercredi 21 mai 2014', sky: { icon: 'sky-clear', text: 'Ensoleillé' }, high: 30, low: 17 },
  ],
  others: [{ url: '/meteo/paris/', text: 'Paris' }],
};

const oldCity: CityView = { ...city, stale: true, days: [] };

const pollHome: Link = { url: '/sondages/', text: 'Sondages' };

const polls: PollsView = { ...page('/sondages/', 'Sondages', [home]), open: [poll], closed: [closedPoll] };

const noPolls: PollsView = { ...page('/sondages/', 'Sondages', [home]), open: [], closed: [] };

const onePoll: PollPageView = {
  ...page(poll.url, poll.question, [home, pollHome]),
  poll,
  others: [{ url: closedPoll.url, text: closedPoll.question }],
};

const search: SearchView = { ...page('/recherche/', 'Recherche', [home]), index: '/recherche/mois.json' };

const style: StyleView = {
  ...page('/style/', 'Charte graphique', [home]),
  furniture: null,
  pieces: {
    colours: 'Couleurs',
    prose: 'Texte',
    weather: 'Météo des villes',
    slideshow: 'Images',
    lead: 'Ouverture',
    card: 'Listes',
    grid: 'Grille',
    gallery: 'Galerie',
    recordings: 'Enregistrements',
    map: 'Carte',
    mostRead: 'Lectures',
    poll: 'Questions',
    comments: 'Paroles',
  },
  lead: null,
  cards,
  gallery: gallery.gallery,
  recordings: [
    { medium: 'video', recording: film },
    { medium: 'audio', recording: sound },
    { medium: 'video', recording: filmElsewhere },
  ],
  map: recorded.map!,
  freshWeather: weather,
  counted,
  staleWeather: { ...weather, stale: true, cities: [] },
  chosen: { date: null, articles: [asLink(harvest)] },
  polls: [
    { state: 'Ouvert', poll },
    { state: 'Clos', poll: closedPoll },
  ],
  comments: [
    { state: 'Ouverts', comments: article.comments! },
    { state: 'Fermés', comments: { list: [], action: null } },
  ],
  colours: ['paper', 'ink'],
  bodyHtml: '<p>Le quai nord est ouvert.</p>',
};

export interface Sample {
  /** What the sample shows, in a few words. */
  readonly name: string;
  /** Below `src/theme`: `archive/article.njk`. */
  readonly template: string;
  readonly view: PageView;
}

export const samples: readonly Sample[] = [
  { name: 'an article with all it can have', template: 'archive/article.njk', view: article },
  { name: 'an old article in English', template: 'archive/article.njk', view: oldArticle },
  { name: 'an article of photographs', template: 'archive/article.njk', view: gallery },
  { name: 'an article with a film, a sound and a map', template: 'archive/article.njk', view: recorded },
  { name: 'an article whose film is elsewhere', template: 'archive/article.njk', view: elsewhere },
  { name: 'a topic', template: 'archive/topic.njk', view: topic },
  { name: 'a month of a section', template: 'archive/section-month.njk', view: sectionMonth },
  { name: 'a day of the archives', template: 'archive/day.njk', view: day },
  { name: 'a month of the archives', template: 'archive/month.njk', view: month },
  { name: 'a year of the archives', template: 'archive/year.njk', view: year },
  { name: 'the archives', template: 'archive/archives.njk', view: allYears },
  { name: 'an old address', template: 'archive/redirect.njk', view: redirect },
  { name: 'the home page', template: 'eleventy/home.njk', view: frontPage },
  { name: 'the home page of a new portal', template: 'eleventy/home.njk', view: emptyFrontPage },
  { name: 'a section', template: 'eleventy/section.njk', view: section },
  { name: 'a section without articles', template: 'eleventy/section.njk', view: emptySection },
  { name: 'a section of photographs', template: 'eleventy/section.njk', view: gridSection },
  { name: 'the dossiers', template: 'eleventy/dossiers.njk', view: dossiers },
  { name: 'a dossier', template: 'eleventy/dossier.njk', view: dossier },
  { name: 'an editorial page', template: 'eleventy/editorial.njk', view: editorial },
  { name: 'a wrong address', template: 'eleventy/not-found.njk', view: notFound },
  { name: 'the feed', template: 'eleventy/feed.njk', view: feed },
  { name: 'the flashes', template: 'eleventy/flashes.njk', view: flashes },
  { name: 'a day without flashes', template: 'eleventy/flashes.njk', view: noFlash },
  { name: 'the most read articles', template: 'eleventy/most-read.njk', view: mostRead },
  { name: 'the newsroom’s choice', template: 'eleventy/most-read.njk', view: chosen },
  { name: 'the weather', template: 'eleventy/weather.njk', view: forecasts },
  { name: 'a weather too old', template: 'eleventy/weather.njk', view: oldForecasts },
  { name: 'a city', template: 'eleventy/city.njk', view: city },
  { name: 'a city whose weather is too old', template: 'eleventy/city.njk', view: oldCity },
  { name: 'the polls', template: 'eleventy/polls.njk', view: polls },
  { name: 'a portal whose polls are to come', template: 'eleventy/polls.njk', view: noPolls },
  { name: 'a poll', template: 'eleventy/poll.njk', view: onePoll },
  { name: 'the search', template: 'eleventy/search.njk', view: search },
  { name: 'the style page', template: 'eleventy/style.njk', view: style },
];
