// What the proof of a built site asks, finds and says, in French: at a terminal and on the page about the site's quality.
import type { NounForms } from './french.ts';
import { agree, groupDigits, sizeInWords } from './numbers.ts';
import { quoting } from './quoting.ts';

/** A rule in words. */
interface RuleWords {
  /** Short, for a table. */
  readonly name: string;
  /** What is right. */
  readonly asks: string;
  /** What is counted, for one and for several. */
  readonly unit: NounForms;
}

const rules = {
  readable: {
    name: 'Lecture',
    asks: 'Chaque page se lit\u00a0: du texte en UTF-8, dans une langue qu’elle dit.',
    unit: { one: 'page', many: 'pages' },
  },
  'dead-link': {
    name: 'Liens',
    asks: 'Chaque lien du site, et tout ce qu’une page charge, mène à quelque chose.',
    unit: { one: 'lien', many: 'liens' },
  },
  'dead-fragment': {
    name: 'Ancres',
    asks: 'Un lien vers un endroit d’une page y arrive.',
    unit: { one: 'lien', many: 'liens' },
  },
  'no-way': {
    name: 'Chemins',
    asks: 'De lien en lien, toutes les pages s’atteignent depuis la une.',
    unit: { one: 'page', many: 'pages' },
  },
  title: {
    name: 'Titres',
    asks: 'Chaque page a un titre.',
    unit: { one: 'page', many: 'pages' },
  },
  'duplicate-title': {
    name: 'Titres en double',
    asks: 'Deux pages n’ont pas le même titre.',
    unit: { one: 'page', many: 'pages' },
  },
  description: {
    name: 'Descriptions',
    asks: 'Chaque page dit en une phrase ce qu’elle contient.',
    unit: { one: 'page', many: 'pages' },
  },
  'heading-order': {
    name: 'Intertitres',
    asks: 'Un seul titre principal par page, et aucun niveau d’intertitre sauté.',
    unit: { one: 'intertitre', many: 'intertitres' },
  },
  'alternative-text': {
    name: 'Textes de remplacement',
    asks: 'Chaque image a son texte pour qui ne la voit pas, chaque lien un nom.',
    unit: { one: 'image', many: 'images' },
  },
  'picture-size': {
    name: 'Tailles des images',
    asks: 'Les images ont la taille que les pages annoncent\u00a0: rien ne bouge pendant la lecture.',
    unit: { one: 'image annoncée', many: 'images annoncées' },
  },
  typography: {
    name: 'Typographie',
    asks: 'Apostrophes, guillemets et espaces comme à l’imprimerie, sans lettre perdue.',
    unit: { one: 'page', many: 'pages' },
  },
  english: {
    name: 'Langue',
    asks: 'Boutons, liens et étiquettes sont en français.',
    unit: { one: 'page', many: 'pages' },
  },
  'page-weight': {
    name: 'Poids',
    asks: 'Sans ses photographies, une page tient dans son budget.',
    unit: { one: 'page', many: 'pages' },
  },
  'structured-data': {
    name: 'Données structurées',
    asks: 'Les moteurs de recherche lisent qui a écrit quoi, et quand.',
    unit: { one: 'page', many: 'pages' },
  },
  feed: {
    name: 'Flux',
    asks: 'Les flux RSS, Atom et JSON suivent leurs normes, et leurs adresses existent.',
    unit: { one: 'flux', many: 'flux' },
  },
  sitemap: {
    name: 'Plans du site',
    asks: 'Les plans pour les moteurs de recherche nomment tous les articles, et aucune page cachée.',
    unit: { one: 'adresse', many: 'adresses' },
  },
  headers: {
    name: 'En-têtes',
    asks: 'Les règles qui protègent les lecteurs sont dites, et aucune page ne les enfreint.',
    unit: { one: 'page', many: 'pages' },
  },
  'same-bytes': {
    name: 'Constance',
    asks: 'Deux constructions du même site donnent les mêmes octets.',
    unit: { one: 'fichier comparé', many: 'fichiers comparés' },
  },
  'external-link': {
    name: 'Liens vers d’autres sites',
    asks: 'Les pages d’autres sites que l’on cite existent encore.',
    unit: { one: 'adresse', many: 'adresses' },
  },
} as const satisfies Readonly<Record<string, RuleWords>>;

const pages = (count: number): string => `${groupDigits(count)} ${agree(count, 'page', 'pages')}`;

export const proofWords = {
  rules,

  /** What has an address that leads to nothing: at the beginning of a sentence. */
  elements: {
    a: 'Lien',
    area: 'Lien d’une image cliquable',
    img: 'Image',
    srcset: 'Taille d’une image',
    source: 'Source d’une image, d’un film ou d’un son',
    script: 'Script',
    stylesheet: 'Feuille de style',
    styles: 'Fichier d’une feuille de style',
    icon: 'Icône du site',
    preload: 'Fichier préchargé',
    modulepreload: 'Script préchargé',
    manifest: 'Manifeste',
    alternate: 'Flux ou traduction',
    canonical: 'Adresse canonique',
    use: 'Dessin',
    video: 'Film',
    audio: 'Son',
    track: 'Sous-titres',
    form: 'Formulaire',
    include: 'Morceau inséré par le serveur',
    'esi:include': 'Morceau inséré par le cache',
    refresh: 'Renvoi',
    'og:url': 'Adresse pour les réseaux sociaux',
    'og:image': 'Image pour les réseaux sociaux',
  } as Readonly<Record<string, string>>,

  /** On the page about the site's quality, in its order. */
  groups: [
    {
      title: 'Pour qui lit',
      rules: [
        'readable',
        'dead-link',
        'dead-fragment',
        'no-way',
        'heading-order',
        'typography',
        'english',
        'external-link',
      ],
    },
    {
      title: 'Pour tous les yeux et tous les réseaux',
      rules: ['alternative-text', 'picture-size', 'page-weight'],
    },
    {
      title: 'Pour qui cherche et qui s’abonne',
      rules: ['title', 'duplicate-title', 'description', 'structured-data', 'feed', 'sitemap'],
    },
    { title: 'Pour qui se protège', rules: ['headers', 'same-bytes'] },
  ] as readonly { readonly title: string; readonly rules: readonly (keyof typeof rules)[] }[],

  found: quoting({
    deadLink: {
      nothing: (address: string, element: string) => `${element} vers ${address}, où il n’y a rien.`,
      nowhere: (href: string) => `«\u00a0${href}\u00a0» n’est pas une adresse.`,
    },
    deadFragment: (address: string, fragment: string) =>
      `Lien vers ${address}#${fragment}\u00a0: la page n’a pas d’endroit de ce nom.`,
    noWay: {
      page: (address: string) => `Aucun chemin ne mène de la une à ${address}.`,
      noHome: 'Il n’y a pas de page d’accueil (index.html)\u00a0: aucun chemin n’a pu être suivi.',
    },
    readable: {
      noLang: 'La page ne dit pas dans quelle langue elle est (<html lang="fr">).',
      binary: 'Le fichier est nommé comme une page et n’est pas du texte.',
      tooLarge: (bytes: number) => `La page fait ${sizeInWords(bytes)}\u00a0: elle n’a pas été lue.`,
      notUtf8: 'La page n’est pas en UTF-8.',
      unreadable: (reason: string) => `Le fichier n’a pas pu être lu (${reason}).`,
      noPage: 'Il n’y a aucune page ici.',
    },
    title: {
      none: 'La page n’a pas de titre (<title>).',
      broken: (title: string) => `Le titre «\u00a0${title}\u00a0» contient un caractère perdu.`,
    },
    description: 'La page n’a pas de description (<meta name="description">).',
    duplicateTitle: (title: string) => `Plusieurs pages ont le titre «\u00a0${title}\u00a0».`,
    headingOrder: {
      none: 'La page n’a pas de titre principal (h1).',
      many: (count: number) => `La page a ${count} titres principaux (h1).`,
      leap: (text: string, level: number, before: number) =>
        `L’intertitre «\u00a0${text}\u00a0» est de niveau ${level} après un niveau ${before}.`,
      empty: (level: number) => `Un intertitre de niveau ${level} est vide.`,
    },
    alternativeText: {
      picture: (src: string) => `L’image ${src} n’a pas de texte de remplacement (alt).`,
      link: (href: string) => `Le lien vers ${href} n’a ni texte ni nom.`,
    },
    pictureSize: {
      unreadable: (address: string) => `${address} n’est pas une image que l’on puisse lire.`,
      width: (address: string, said: number, real: number) =>
        `${address} est annoncée large de ${said} pixels et en fait ${real}.`,
      shape: (address: string, said: readonly [number, number], real: readonly [number, number]) =>
        `${address} est annoncée en ${said.join(' × ')} et fait ${real.join(' × ')}\u00a0: la forme n’est pas la même.`,
    },
    typography: {
      ordinaryBlank: (text: string) =>
        `Espace ordinaire près d’un signe, qui peut passer à la ligne\u00a0: «\u00a0${text}\u00a0».`,
      noBlank: (text: string) => `Il manque une espace près d’un signe\u00a0: «\u00a0${text}\u00a0».`,
      apostrophe: (text: string) => `Apostrophe droite\u00a0: «\u00a0${text}\u00a0».`,
      quotes: (text: string) => `Guillemets de machine à écrire\u00a0: «\u00a0${text}\u00a0».`,
      dots: (text: string) => `Trois points au lieu de points de suspension\u00a0: «\u00a0${text}\u00a0».`,
      lost: (text: string) => `Un caractère s’est perdu\u00a0: «\u00a0${text}\u00a0».`,
      mojibake: (text: string) =>
        `Des lettres ont été lues dans un autre encodage\u00a0: «\u00a0${text}\u00a0».`,
      template: (text: string) => `Un reste de programme est dans le texte\u00a0: «\u00a0${text}\u00a0».`,
    },
    english: (text: string) => `«\u00a0${text}\u00a0» est en anglais.`,
    pageWeight: (bytes: number, budget: number) =>
      `La page pèse ${sizeInWords(bytes)} sans ses photographies, pour un budget de ${sizeInWords(budget)}.`,
    structuredData: {
      none: 'La page n’a pas de données structurées (JSON-LD).',
      noJson: 'Les données structurées ne sont pas du JSON.',
      noThing: 'Les données structurées ne décrivent aucun objet.',
      noContext: 'Les données structurées ne disent pas «\u00a0@context: https://schema.org\u00a0».',
      noType: 'Un objet des données structurées n’a pas de «\u00a0@type\u00a0».',
      missing: (type: string, field: string) => `${type} n’a pas de champ «\u00a0${field}\u00a0».`,
      wrong: (type: string, field: string) =>
        `Le champ «\u00a0${field}\u00a0» de ${type} n’a pas la forme attendue.`,
      order: (type: string) => `Les positions de ${type} ne se suivent pas.`,
      nothing: (field: string, address: string) =>
        `Le champ «\u00a0${field}\u00a0» mène à ${address}, où il n’y a rien.`,
      nowhere: (field: string, text: string) =>
        `Le champ «\u00a0${field}\u00a0» contient «\u00a0${text}\u00a0», qui n’est pas une adresse.`,
    },
    feed: {
      noXml: (line: number) => `Ce n’est pas du XML bien formé (ligne ${line}).`,
      noJson: 'Ce n’est pas du JSON.',
      missing: (name: string) => `Il manque «\u00a0${name}\u00a0» au flux.`,
      missingInEntry: (name: string) => `Il manque «\u00a0${name}\u00a0» à un article du flux.`,
      self: (href: string) => `Le flux dit être à ${href}.`,
      relative: (href: string) =>
        `L’adresse «\u00a0${href}\u00a0» n’est pas complète\u00a0: elle est lue ailleurs que sur le site.`,
      nothing: (address: string) => `Un article du flux mène à ${address}, où il n’y a rien.`,
      date: (date: string) => `«\u00a0${date}\u00a0» n’est pas une date telle que ce flux les veut.`,
      twice: (name: string) =>
        `Deux articles du flux ont le même nom «\u00a0${name}\u00a0»\u00a0: un lecteur de flux n’en montre qu’un.`,
      guid: 'Un «\u00a0guid\u00a0» n’est pas une adresse et ne dit pas isPermaLink="false".',
    },
    sitemap: {
      noXml: (address: string, line: number) => `${address} n’est pas du XML bien formé (ligne ${line}).`,
      tooLarge: (address: string) => `${address} dépasse 50\u00a0Mo.`,
      tooMany: (address: string, count: number) =>
        `${address} nomme ${groupDigits(count)} adresses\u00a0: pas plus de 50\u202f000.`,
      tooMuchNews: (address: string, count: number) =>
        `${address} nomme ${groupDigits(count)} actualités\u00a0: pas plus de 1\u202f000.`,
      noAddress: (address: string) => `${address} a une entrée sans adresse (loc).`,
      relative: (href: string) => `L’adresse «\u00a0${href}\u00a0» n’est pas complète.`,
      nothing: (address: string) => `Un plan nomme ${address}, où il n’y a rien.`,
      outside: (href: string) => `Un plan nomme ${href}, qui est d’un autre site.`,
      hidden: (address: string) => `Un plan nomme ${address}, que la page elle-même cache aux moteurs.`,
      twice: (href: string) => `Un plan nomme deux fois ${href}.`,
      date: (date: string) => `«\u00a0${date}\u00a0» n’est pas une date telle que les plans les veulent.`,
      unlisted: 'Aucun plan du site ne nomme cet article.',
    },
    headers: {
      noPolicy: 'Ni la page ni les en-têtes n’ont de politique de sécurité (Content-Security-Policy).',
      unsafe: (source: string) => `La politique de sécurité permet ${source} aux scripts.`,
      script: 'La politique de sécurité empêche un script de la page de s’exécuter.',
      faulty: (line: number) => `La ligne ${line} n’est ni une adresse ni un en-tête.`,
      tooMany: (count: number, most: number) => `${count} règles\u00a0: pas plus de ${most}.`,
      tooLong: (name: string) => `L’en-tête ${name} est plus long que ce que les hébergeurs acceptent.`,
      keptTooLong: (form: string, value: string) =>
        `Les pages de ${form} peuvent être gardées trop longtemps («\u00a0${value}\u00a0»).`,
      forNothing: (form: string, line: number) => `La ligne ${line} est pour ${form}, où il n’y a rien.`,
      missing: (name: string) => `Il manque ${name} pour toutes les pages.`,
      weak: (name: string) => `La valeur de ${name} ne protège pas.`,
    },
    sameBytes: {
      alone: (path: string) => `${path} n’est que dans l’une des deux constructions.`,
      other: (path: string) => `${path} n’a pas les mêmes octets dans les deux constructions.`,
    },
    externalLink: {
      gone: (url: string, status: number) => `${url} répond ${status}.`,
      silent: (url: string, reason: string) => `${url} ne répond pas (${reason}).`,
    },
  }),

  report: {
    lookedAt: 'Examiné',
    faults: 'Fautes',
    rule: 'Règle',
    none: 'aucune',
    notAsked: 'non demandé',
    title: (place: string, files: number, counted: number) =>
      `${place}\u00a0: ${pages(counted)}, ${groupDigits(files)} ${agree(files, 'fichier', 'fichiers')}.`,
    onPages: (count: number, first: readonly string[]) => {
      if (count === 1) return first[0]!;
      const rest = count > first.length ? '…' : '';
      return `${pages(count)}\u00a0: ${first.join(', ')}${rest}`;
    },
    leftOut: (count: number) =>
      `et ${groupDigits(count)} ${agree(count, 'autre faute', 'autres fautes')} de cette règle.`,
    more: (count: number) =>
      `… et ${groupDigits(count)} ${agree(count, 'constat', 'constats')} de plus\u202f; --all les montre tous, --json aussi.`,
    fine: 'Tout est en ordre.',
    toLookAt: (warnings: number) =>
      `Aucune erreur\u202f; ${groupDigits(warnings)} ${agree(warnings, 'point', 'points')} à revoir.`,
    errors: (errors: number, warnings: number) =>
      `${groupDigits(errors)} ${agree(errors, 'erreur', 'erreurs')}${
        warnings === 0 ? '' : `, ${groupDigits(warnings)} ${agree(warnings, 'point', 'points')} à revoir`
      }.`,
    recorded: (file: string) =>
      `Le relevé est dans ${file}\u202f; la prochaine construction l’imprime à /qualite/.`,
    toLook: '(à revoir)',
  },

  usage: {
    noTree: (path: string) =>
      `«\u00a0${path}\u00a0» n’est pas un dossier. Construisez d’abord le site (npm run build), ou nommez le dossier où il est.`,
    notOpen: (place: string, detail: string) => `${place} n’a pas pu être lu\u00a0: ${detail}`,
    badBase: (text: string) =>
      `«\u00a0${text}\u00a0» n’est pas l’adresse d’un site, comme https://exemple.fr/journal.`,
    badBudget: (text: string) => `«\u00a0${text}\u00a0» n’est pas un nombre d’octets.`,
    badCommit: (text: string) =>
      `«\u00a0${text}\u00a0» n’est pas l’identifiant d’un commit (40 chiffres hexadécimaux).`,
    noHeaders: (path: string) => `Le fichier d’en-têtes «\u00a0${path}\u00a0» n’existe pas.`,
  },
} as const;
