// The words of `/llms.txt`, which programs read and people check.
export const llmsWords = {
  pages:
    'Les articles sont des pages HTML complètes, en français, lisibles sans JavaScript\u202f; chacun porte sa date, sa source et ses corrections.',
  terms: 'Conditions d’utilisation',
  sections: 'Rubriques',
  data: 'Données',
  feeds: 'Les flux',
  feedsAbout: 'RSS, Atom et JSON Feed, par rubrique, en texte intégral',
  atom: 'Flux Atom',
  atomAbout: 'les derniers articles',
  sitemap: 'Plan du site',
  sitemapAbout: 'tous les articles, par mois, avec la date de leur dernière modification',
  search: 'Recherche',
  ninjs:
    'Chaque article est aussi un fichier JSON (IPTC ninjs 3.0), à la même adresse, où «\u00a0.json\u00a0» remplace «\u00a0.html\u00a0».',
  portal: 'Le portail',
} as const;
