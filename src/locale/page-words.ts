// The names of pages and the French words from which titles and descriptions are made.
import { french } from './french.ts';

export const pageWords = {
  frontPage: french.frontPage,
  archives: french.archives,
  archivesDescription: (portal: string) => `Tous les articles de ${portal}, par année, par mois et par jour.`,
  yearTitle: (year: string) => `Archives de ${year}`,
  yearDescription: (year: string) => `Les articles publiés en ${year}, mois par mois.`,
  monthTitle: (month: string) => `Archives ${beforeMonth(month)}${month}`,
  monthDescription: (month: string) => `Les articles publiés en ${month}, jour par jour.`,
  dayTitle: (day: string) => `L’actualité du ${day}`,
  dayDescription: (day: string) => `Tous les articles publiés le ${day}, rubrique par rubrique.`,
  sectionDescription: (section: string, portal: string) =>
    `${section}\u00a0: l’actualité de la rubrique sur ${portal}.`,
  sectionMonthTitle: (section: string, month: string) => `${section}, ${month}`,
  sectionMonthDescription: (section: string, month: string) =>
    `Les articles de la rubrique ${section} publiés en ${month}.`,
  topics: french.topics.many,
  topicsDescription: (portal: string) => `Tous les sujets que suit ${portal}, de A à Z.`,
  topicDescription: (topic: string) =>
    `${topic}\u00a0: les articles sur ce sujet, du plus récent au plus ancien.`,
  authors: 'Auteurs',
  authorsDescription: (portal: string) => `Tous ceux qui signent dans ${portal}, de A à Z.`,
  authorDescription: (name: string, role: string | null) =>
    `${name}${role === null ? '' : `, ${role}`}\u00a0: ses articles, du plus récent au plus ancien.`,
  dossiers: french.specialPages,
  dossiersDescription: (portal: string) =>
    `Les dossiers de ${portal}, chacun consacré à une grande question.`,
  dossierPeriodTitle: (dossier: string, period: string) => `${dossier}, ${period}`,
  /** `period` is a year or a month. */
  dossierPeriodDescription: (dossier: string, period: string) =>
    `Les articles du dossier «\u00a0${dossier}\u00a0» publiés en ${period}.`,
  dossierDayDescription: (dossier: string, day: string) =>
    `Les articles du dossier «\u00a0${dossier}\u00a0» publiés le ${day}.`,
  flashes: french.flash,
  flashesDescription: (portal: string) => `Les nouvelles urgentes de ${portal}, les plus récentes d’abord.`,
  mostRead: french.mostRead,
  mostReadShort: french.mostReadShort,
  mostReadDescription: (portal: string) => `Ce que les lecteurs de ${portal} lisent en ce moment.`,
  weather: french.forecasts,
  weatherShort: 'Météo',
  weatherDescription: 'Le temps qu’il fait et les températures, ville par ville.',
  cityTitle: (city: string) => `Météo\u00a0: ${city}`,
  cityDescription: (city: string) => `${city}\u00a0: le temps et les températures des prochains jours.`,
  thanks: 'Merci',
  thanksDescription: (portal: string) => `Un commentaire envoyé à ${portal} est bien arrivé.`,
  feeds: 'Les flux',
  feedsDescription: (portal: string) =>
    `Suivre ${portal} sans y revenir\u00a0: ce qu’est un flux, comment s’en servir, et où il est.`,
  feedTitle: (name: string, portal: string) => `${name} — ${portal}`,
  quality: 'Qualité du site',
  qualityFigures: {
    pages: { one: 'page lue', many: 'pages lues' },
    links: { one: 'lien suivi', many: 'liens suivis' },
    pictures: { one: 'image regardée', many: 'images regardées' },
  },
  qualityDescription: (portal: string) =>
    `Toutes les pages de ${portal} relues par un programme\u00a0: ce qui est vérifié, et ce qui a été trouvé.`,
  polls: 'Sondages',
  pollsDescription: (portal: string) => `Les questions posées aux lecteurs de ${portal}, et leurs réponses.`,
  pollDescription: (question: string) => `Sondage\u00a0: ${question}`,
  search: french.search,
  searchDescription: (portal: string) => `Chercher parmi les articles de ${portal}.`,
  style: 'Charte graphique',
  styleDescription: 'Toutes les pièces dont les pages sont faites, dans tous leurs états.',
  absent: 'Articles non publiés',
  absentDescription:
    'Les articles que les lecteurs n’ont pas\u00a0: programmés, brouillons, expirés, retirés.',
  absences: { scheduled: 'Programmés', draft: 'Brouillons', expired: 'Expirés', withdrawn: 'Retirés' },
  /** `stamp` is when the article appears, or went. */
  absence: {
    draft: (_stamp: string) => 'Brouillon',
    scheduled: (stamp: string) => `Programmé pour le ${stamp}`,
    expired: (stamp: string) => `Expiré depuis le ${stamp}`,
    withdrawn: (_stamp: string) => 'Retiré',
  },
  /** `absence` is why readers do not have the article; null: they have it. */
  markedTitle: (title: string, absence: string | null) =>
    absence === null ? title : `${title} [${absence}]`,
  byEmail: 'Courriel',
  notFound: 'Page introuvable',
  notFoundDescription: 'L’adresse demandée ne correspond à aucune page.',
  socialCardAlt: (section: string, title: string) => `${section}\u00a0: ${title}`,
  letterTitle: (index: string, letter: string) => `${index}\u00a0: ${letter}`,
  figures: '0\u20139',
  otherLetters: 'Autres',
  fullest: 'Les plus fournis',
  moved: (title: string) => `Nouvelle adresse\u00a0: ${title}`,
} as const;

/** « de mai », but « d’avril », « d’août », « d’octobre ». */
function beforeMonth(month: string): string {
  return /^[ao]/.test(month) ? 'd’' : 'de ';
}
