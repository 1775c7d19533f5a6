// One made-up view for every template, as full as a view can be: what tests render, and later what a style page shows.
import type {
  ArchivesView,
  ArticleView,
  Card,
  DayView,
  DossiersView,
  DossierView,
  EditorialView,
  FeedView,
  Furniture,
  HomeView,
  Link,
  Moment,
  MonthView,
  NotFoundView,
  PageView,
  Portal,
  RedirectView,
  SectionMonthView,
  SectionView,
  TopicView,
  YearView,
} from '../pages/views.ts';

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
  styles: ['/assets/style.css'],
  feed: '/flux.xml',
};

const port: Card = {
  url: '/chine/2014/05/20/port.html',
  title: 'Le port en eau profonde reçoit ses premiers navires',
  summary: 'Trois porte-conteneurs ont accosté mardi matin, avec une semaine d’avance sur le calendrier.',
  section: china,
  date: at('13', '43'),
  source: 'Quotidien',
  place: 'Shanghai',
  image: {
    src: '/images/port.jpg',
    alt: 'Un porte-conteneurs à quai, vu du large',
    caption: 'Le premier navire à quai.',
    credit: 'Nadia Benali',
  },
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
  flash: false,
  lang: 'en',
};

const cards: readonly Card[] = [port, harvest, visitors];
const asLink = ({ url, title }: Card): Link => ({ url, text: title });

const furniture: Furniture = {
  ticker: cards.map(card => ({ url: card.url, text: card.title, until: at('23', '00') })),
  picks: [asLink(harvest), asLink(visitors)],
  mostRead: { date: at('15', '00'), articles: cards.map(asLink) },
  dossiers: [shanghaiSummit, { url: '/dossiers/mondial-2014/', text: 'Coupe du monde 2014' }],
};

function page(url: string, title: string, breadcrumb: readonly Link[]): PageView {
  const description = `${title}, sur une page d’essai.`;
  return { portal, url, canonical: baseUrl + url, title, description, breadcrumb, furniture };
}

const article: ArticleView = {
  ...page(port.url, port.title, [home, china]),
  section: china,
  source: 'Xinhua',
  date: port.date,
  summary: port.summary,
  author: 'Lin Wei',
  place: port.place,
  image: port.image,
  updated: at('15', '10'),
  corrections: [{ date: at('14', '20'), text: 'Les navires sont au nombre de trois, et non de deux.' }],
  topics: [cybersecurity, { url: '/sujets/energie/', text: 'Énergie' }],
  dossiers: [shanghaiSummit],
  bodyHtml:
    '<p>Le quai nord est ouvert depuis mardi.</p>\n<h2 id="la-suite">La suite</h2>\n<p>Le quai sud le sera en juin.</p>',
  comments: 'open',
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
  updated: at('09', '00'),
  corrections: [{ date: at('09', '00'), text: 'The portal has nine sections.' }],
  topics: [],
  dossiers: [],
  bodyHtml: '<p>This portal is a demonstration.</p>',
  comments: 'none',
  newer: null,
  older: null,
  related: [],
  lang: 'en',
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
  headlines: [harvest, visitors],
  sections: [
    { section: china, articles: [port] },
    { section: economy, articles: [harvest] },
  ],
};

const emptyFrontPage: HomeView = {
  ...page('/', 'À la une', []),
  furniture: { ticker: [], picks: [], mostRead: null, dossiers: [] },
  edition: at('15', '30'),
  lead: null,
  headlines: [],
  sections: [],
};

const section: SectionView = {
  ...page('/chine/', 'Chine', [home]),
  articles: cards,
  months: [
    { url: '/chine/2014/05/', text: 'mai 2014', count: 31 },
    { url: '/chine/2014/04/', text: 'avril 2014', count: 1 },
  ],
};

const emptySection: SectionView = { ...page('/sport/', 'Sport', [home]), articles: [], months: [] };

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
  lead: port,
  days: [{ day: 'mardi 20 mai 2014', articles: [harvest, visitors] }],
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
  { name: 'a topic', template: 'archive/topic.njk', view: topic },
  { name: 'a month of a section', template: 'archive/section-month.njk', view: sectionMonth },
  { name: 'a day of the archives', template: 'archive/day.njk', view: day },
  { name: 'a month of the archives', template: 'archive/month.njk', view: month },
  { name: 'a year of the archives', template: 'archive/year.njk', view: year },
  { name: 'the archives', template: 'archive/archives.njk', view: allYears },
  { name: 'an old address', template: 'archive/redirect.njk', view: redirect },
  { name: 'the home page', template: 'fronts/home.njk', view: frontPage },
  { name: 'the home page of a new portal', template: 'fronts/home.njk', view: emptyFrontPage },
  { name: 'a section', template: 'fronts/section.njk', view: section },
  { name: 'a section without articles', template: 'fronts/section.njk', view: emptySection },
  { name: 'the dossiers', template: 'fronts/dossiers.njk', view: dossiers },
  { name: 'a dossier', template: 'fronts/dossier.njk', view: dossier },
  { name: 'an editorial page', template: 'fronts/editorial.njk', view: editorial },
  { name: 'a wrong address', template: 'fronts/not-found.njk', view: notFound },
  { name: 'the feed', template: 'fronts/feed.njk', view: feed },
];
