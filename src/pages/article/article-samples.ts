// Samples of an article's page: with every field, plain and old, with photographs, with recordings.
import { authorUrl, COMMENTS_PATH } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { printing } from '../../locale/print-style.ts';
import { styleWords } from '../../locale/style-words.ts';
import { DAY, HOUR, MINUTE } from '../../time/durations.ts';
import type { BareView, RareField } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, cards, sampleSetting } from '../samples/sample-matter.ts';
import {
  about,
  cybersecurity,
  energy,
  home,
  PARTICIPATION,
  samplePortal,
  shanghaiSummit,
} from '../samples/sample-portal.ts';
import { linkTo } from '../specimens/specimen-cards.ts';
import { specimenComments } from '../specimens/specimen-comments.ts';
import { SPECIMEN_MAP, specimenGallery, specimenRecordings } from '../specimens/specimen-photographs.ts';
import { dayAt, momentAt } from '../specimens/specimen-setting.ts';
import type { Card, SocialCard } from '../views.ts';
import type { ArticleView, ThreadView } from './article-view.ts';
import { shareLinks } from './share-links.ts';

type ArticleSample = BareView<ArticleView, Exclude<RareField, 'crumb' | 'feeds'>>;

const YEAR = 365 * DAY;

const { port, harvest, bridge, visitors } = cards;
const [photograph, tall, silent] = specimenGallery(sampleSetting);
const { film, sound, filmElsewhere } = specimenRecordings(sampleSetting);
const { open, closed } = specimenComments(sampleSetting, PARTICIPATION + COMMENTS_PATH);

const social: SocialCard = {
  url: `${samplePortal.baseUrl}/images/navire-social.jpg`,
  width: 1200,
  height: 630,
  alt: 'Le navire',
};

/** The fields that an article's page shares with the article's card. */
function ofCard({ url, title, section, source, date, summary, place, lang }: Card) {
  return {
    ...about(title, [home, section]),
    section,
    source,
    sourceLine: printing('agence').source(source),
    date,
    summary,
    place,
    lang,
    social,
    share: shareLinks(samplePortal.baseUrl + url, title),
  };
}

/** The other fields of an article that has text alone. */
const PLAIN = {
  published: '2014-05-20T13:43:00+08:00',
  modified: '2014-05-20T13:43:00+08:00',
  absence: null,
  authors: [],
  translations: [],
  alternates: null,
  image: null,
  gallery: [],
  video: null,
  audio: null,
  map: null,
  crops: [],
  data: null,
  updated: null,
  corrections: [],
  topics: [],
  dossiers: [],
  comments: null,
  newer: null,
  older: null,
  related: [],
} as const;

const [first, ...others] = open.list;
const twoParagraphs: ThreadView = { ...first!, paragraphs: ['Merci.', ...first!.paragraphs] };

const full: ArticleSample = {
  ...ofCard(port),
  ...PLAIN,
  authors: [
    { text: styleWords.author, url: authorUrl('lin-wei') },
    { text: 'Zoé Li', url: authorUrl('zoe-li') },
    { text: '林薇', url: null },
  ],
  translations: [{ lang: 'en', name: 'English', url: 'https://english.example/port.html' }],
  alternates: [
    { lang: 'fr', url: 'https://quotidien.example/chine/2014/05/20/port.html' },
    { lang: 'en', url: 'https://english.example/port.html' },
  ],
  image: photograph!,
  data: '/chine/2014/05/20/port.json',
  crops: [
    { url: `${samplePortal.baseUrl}/images/navire-square-1200.jpg`, width: 1200, height: 1200 },
    { url: `${samplePortal.baseUrl}/images/navire-card-1200.jpg`, width: 1200, height: 900 },
    { url: `${samplePortal.baseUrl}/images/navire-wide-1200.jpg`, width: 1200, height: 675 },
  ],
  updated: momentAt(sampleSetting, 90 * MINUTE),
  corrections: [
    {
      date: momentAt(sampleSetting, 40 * MINUTE),
      text: 'Les navires sont au nombre de trois, et non de deux.',
    },
  ],
  topics: [cybersecurity, energy],
  dossiers: [shanghaiSummit],
  bodyHtml: styleWords.bodyHtml,
  comments: { ...open, list: [twoParagraphs, ...others] },
  aged: false,
  agesOn: momentAt(sampleSetting, YEAR),
  newer: linkTo(harvest),
  older: linkTo(visitors),
  related: allCards,
};

const old: ArticleSample = {
  ...ofCard(visitors),
  ...PLAIN,
  absence: pageWords.absence.draft(''),
  summary: null,
  place: null,
  updated: visitors.date,
  corrections: [{ date: visitors.date, text: 'The portal has nine sections.' }],
  bodyHtml: '<p>This portal is a demonstration.</p>',
  aged: true,
  agesOn: momentAt(sampleSetting, -HOUR),
};

const gallery: ArticleSample = {
  ...full,
  ...ofCard(harvest),
  summary: styleWords.summary,
  image: null,
  // The last photograph has no words: it is decoration.
  gallery: [photograph!, tall!, { ...silent!, alt: '', credit: null }],
  map: SPECIMEN_MAP,
  newer: linkTo(port),
  updated: null,
  comments: closed,
};

const recorded: ArticleSample = {
  ...full,
  ...ofCard(bridge),
  image: null,
  video: film,
  audio: { ...sound, credit: null },
  updated: dayAt(sampleSetting, DAY),
  map: { ...SPECIMEN_MAP, label: 'Bamako', alt: 'Carte de situation\u00a0: Bamako (Mali).' },
};

/** An article in another language: its page marks the portal's own words as French. */
const elsewhere: ArticleSample = {
  ...recorded,
  lang: 'en',
  image: photograph!,
  video: filmElsewhere,
  audio: {
    ...filmElsewhere,
    title: 'Un entretien',
    poster: null,
    transcript: [],
    caption: null,
    credit: null,
  },
  map: null,
  comments: { ...open, list: [], count: 0 },
};

export const samples: readonly PageSample<ArticleSample>[] = [
  {
    name: 'an article with all it can have',
    reads: [
      'mardi 20 mai 2014 Beijing · Très nuageux · 28℃~16℃',
      'Relevé de 12\u00a0h\u00a043',
      'Prévisions par ville',
      'Flash\u00a0: Tremblement de terre au large',
      'À la une Chine',
      'Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance (\u00a0Source\u00a0: Xinhua\u00a0) 20.05.2014 13h43 Shanghai Par Lin Wei',
      'Trois porte-conteneurs ont accosté mardi matin',
      'Voir en grand Le premier navire à quai, au lever du soleil. Crédit\u00a0: dessin pour la charte',
      'Le quai nord est ouvert depuis mardi',
      'Mis à jour le mardi 20 mai 2014 à 15\u00a0h\u00a013',
      'Correction 20.05.2014 14h23 — Les navires sont au nombre de trois',
      'Sujets Cybersécurité Énergie Page spéciale Le sommet de Shanghai',
      'Plus récent La récolte de blé d’hiver s’annonce bonne Plus ancien A note to our visitors',
      'À lire aussi Le port en eau profonde',
      'La récolte de blé',
      'Commentaires (3) Nadia 20.05.2014 13h43 Merci. Merci pour ces précisions. Les chiffres de &lt;b&gt;l’an dernier&lt;/b&gt; manquent',
      'Répondre à Nadia Signaler le commentaire de Nadia Anonyme 20.05.2014 12h43 Bonne nouvelle &amp; bon article.',
      'Un lecteur de Dakar 20.05.2014 11h43 En réponse à un commentaire qui n’est plus là.',
      'Votre commentaire En réponse à L’article Nadia, 20.05.2014 13h43 Un lecteur de Dakar, 20.05.2014 11h43 Nom d’utilisateur Anonyme Commentaire',
      'Envoyer',
      'Sélection de la rédaction La récolte de blé',
      'Les articles les plus lus Le port',
      'Relevé du mardi 20 mai 2014 à 12\u00a0h\u00a043',
      'Sondage Prenez-vous le train plutôt que l’avion pour les trajets de moins de quatre heures\u202f? Votre réponse Oui, toujours Cela dépend du prix Non Voter Oui, toujours 62&nbsp;% (1\u202f288\u00a0votes)',
      '2\u202f077\u00a0votes',
      'Clôture le jeudi 22 mai 2014 à 13\u00a0h\u00a043',
      'Pages spéciales Le sommet de Shanghai Coupe du monde 2014',
      'Fermer Toutes les rubriques À la une Chine',
      'En continu Flash Les plus lus',
      'Le portail À propos Mentions légales Flux',
    ],
    url: port.url,
    view: full,
    furniture: 'fresh',
  },
  {
    name: 'an old article in English',
    reads: [
      'A note to our visitors',
      'À lire aujourd’hui\u00a0: À la une · Monde · Les plus lus · Flash · Pages spéciales',
    ],
    url: visitors.url,
    view: old,
  },
  {
    name: 'an article of photographs',
    reads: [
      'La récolte de blé d’hiver s’annonce bonne (\u00a0Source',
      '3\u00a0photos',
      'Voir en grand 1&nbsp;/&nbsp;3 Le premier navire à quai, au lever du soleil. Crédit\u00a0: dessin pour la charte',
      'Voir en grand 2&nbsp;/&nbsp;3 Le même, de plus près. Crédit\u00a0: dessin pour la charte',
      'Voir en grand 3&nbsp;/&nbsp;3',
      styleWords.summary,
      'Le quai nord est ouvert depuis mardi',
      'Commentaires (1)',
      'Les commentaires sont fermés.',
    ],
    url: harvest.url,
    view: gallery,
    furniture: 'fresh',
  },
  {
    name: 'an article with a film, a sound and a map',
    reads: [
      'Le lever du soleil, en quatre secondes Le premier navire à quai. Crédit\u00a0: dessin pour la charte Transcription Le soleil se lève sur le port. Le premier navire est à quai.',
      'Le bruit de la mer, en trois secondes',
      'Le quai nord est ouvert depuis mardi',
    ],
    url: bridge.url,
    view: recorded,
    furniture: 'fresh',
  },
  {
    name: 'an article whose film is elsewhere',
    reads: [
      'Voir la vidéo sur films.example Une visite du port Le premier navire à quai. Crédit\u00a0: dessin pour la charte Transcription',
      'Écouter sur films.example Un entretien',
      'Commentaires Aucun commentaire pour l’instant.',
    ],
    url: bridge.url,
    view: elsewhere,
    furniture: 'stale',
  },
];
