// The made-up French content of the page `/style/` and of the samples that tests render.

export const styleWords = {
  headlines: [
    'Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance',
    'Tremblement de terre au large\u00a0: l’alerte au tsunami est levée',
    'La récolte de blé d’hiver s’annonce bonne',
    'Un pont de bois du XVIIe\u00a0siècle rouvre après trois ans de travaux',
    'Handball\u00a0: les championnes gardent leur titre',
  ],
  summary:
    'Trois porte-conteneurs ont accosté mardi matin\u202f; les dockers ont travaillé toute la nuit pour tenir le calendrier.',
  place: 'Shanghai',
  author: 'Lin Wei',
  pictureAlt: 'Dessin d’un port au lever du jour\u00a0: une grue, un navire, le soleil sur la mer',
  caption: 'Le premier navire à quai.',
  credit: 'dessin pour la charte',
  captions: ['Le premier navire à quai, au lever du soleil.', 'Le même, de plus près.', null],
  film: 'Le lever du soleil, en quatre secondes',
  sound: 'Le bruit de la mer, en trois secondes',
  transcript: ['Le soleil se lève sur le port.', 'Le premier navire est à quai.'],
  filmElsewhere: 'Une visite du port',
  host: 'films.example',
  mapAlt: 'Dessin d’une carte\u00a0: un pays au bord de la mer, un point sur la côte',
  cities: ['Beijing', 'Paris', 'Dakar'],
  question: 'Prenez-vous le train plutôt que l’avion pour les trajets de moins de quatre heures\u202f?',
  choices: ['Oui, toujours', 'Cela dépend du prix', 'Non'],
  readers: ['Nadia', null, 'Un lecteur de Dakar'],
  remarks: [
    'Merci pour ces précisions. Les chiffres de <b>l’an dernier</b> manquent, à mon avis.',
    'Bonne nouvelle & bon article.',
    'Qui paiera l’entretien\u202f?',
  ],
  pollStates: {
    open: 'Ouvert, avec un formulaire',
    noVote: 'Ouvert, sans vote encore compté',
    noVoting: 'Ouvert, sans vote en ligne',
    closed: 'Clos',
  },
  commentStates: {
    open: 'Ouverts, avec un formulaire',
    closed: 'Fermés',
    none: 'Fermés, sans commentaire',
  },
  bodyHtml:
    '<p>Le quai nord est ouvert depuis mardi, et <a href="/">le reste du port</a> suivra en juin. Les navires attendus sont au nombre de <strong>vingt et un</strong>.</p>\n<h2 id="la-suite">Un intertitre</h2>\n<blockquote><p>«\u00a0Nous avons travaillé jour et nuit\u00a0», dit le chef du chantier.</p></blockquote>\n<ul><li>le quai nord\u202f;</li><li>le quai sud\u202f;</li><li>la digue.</li></ul>\n<div class="table" role="region" aria-label="Tableau" tabindex="0"><table><thead><tr><th>Quai</th><th>Longueur</th></tr></thead><tbody><tr><td>Nord</td><td>1\u202f200\u00a0m</td></tr><tr><td>Sud</td><td>900\u00a0m</td></tr></tbody></table></div>',
} as const;
