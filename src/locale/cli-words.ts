// The French words of the commands, which editors read in a terminal.

import { agree, durationInWords, groupDigits, sizeInWords } from './numbers.ts';
import { quoting } from './quoting.ts';

const OPTIONS = `  --content DOSSIER   le dossier qui contient «\u00a0articles\u00a0» et «\u00a0pages\u00a0» (content)
  --data DOSSIER      les données du site (_data)
  --cache DOSSIER     la mémoire des constructions (.cache)
  --now INSTANT       l’instant de l’édition, en ISO 8601 (l’horloge de _data/site, ou l’heure réelle)
  --workers N         nombre de fils d’exécution (un par cœur)
  --full              tout refaire, sans rien reprendre de la construction précédente
  --keep-going        laisser de côté les fichiers fautifs et publier le reste\u202f; un article déjà paru
                      reste tel qu’il était
  --allow-removals    retirer du site autant d’articles qu’il le faut, même tous
  --json              finir par une ligne de JSON
  --quiet             ne rien dire de ce qui va bien
  --help              cette aide`;

const SNAPSHOTS = `  --snapshots LIEU    où se trouvent d’autres relevés (météo, plus lus, votes)\u00a0: un dossier, ou l’état d’une publication
                      (s3://…, ssh://… ou file:…)\u202f; de chacun et de celui de _data, le plus récent compte`;

const OUTPUT = `  --output DOSSIER    où va le site (_site)
  --from ORIGINE      git, ou git:COMMIT\u00a0: lire le contenu dans le dernier commit, ou dans celui qui est
                      nommé, et non dans les fichiers\u202f; «\u00a0content\u00a0» n’a pas besoin d’être extrait
${SNAPSHOTS}`;

/** Enough to know what is meant. */
const MOST_LISTED = 5;

function shortList(lines: readonly string[]): string {
  const more = lines.length - MOST_LISTED;
  const shown = lines.slice(0, MOST_LISTED).map(line => `  ${line}`);
  return [
    ...shown,
    ...(more > 0 ? [`  et ${groupDigits(more)} ${agree(more, 'autre', 'autres')}`] : []),
  ].join('\n');
}

export const cliWords = quoting({
  stopped: (count: number) => `${problems(count)} dans le contenu\u00a0: le site n’a pas été touché.`,
  /** `standing` faulty articles are on line as they were; `others` are files that are not. */
  leftOut: (count: number, standing: number, others: number) =>
    `${problems(count)}\u00a0: ${[
      ...(standing > 0
        ? [
            `${groupDigits(standing)} ${agree(standing, 'article reste sur le site tel qu’il était', 'articles restent sur le site tels qu’ils étaient')}`,
          ]
        : []),
      ...(others > 0
        ? [
            `${groupDigits(others)} ${agree(others, 'fichier fautif a été laissé de côté', 'fichiers fautifs ont été laissés de côté')}`,
          ]
        : []),
    ].join(', ')}.`,
  found: (count: number) => `${problems(count)} dans le contenu.`,
  noProblem: (articles: number) =>
    `Aucun problème\u00a0: ${groupDigits(articles)} ${agree(articles, 'article lu', 'articles lus')}.`,
  built: (pages: number, written: number, removed: number, seconds: string) =>
    `Site à jour\u00a0: ${groupDigits(pages)} fichiers, ${groupDigits(written)} ${agree(written, 'écrit', 'écrits')}, ${groupDigits(removed)} ${agree(removed, 'supprimé', 'supprimés')}, en ${seconds}\u00a0s.`,
  nextChange: (moment: string) => `Prochain changement prévu\u00a0: ${moment}.`,
  phases: {
    read: 'Lecture des articles',
    look: 'Examen des photos',
    make: 'Préparation des images',
    put: 'Mise en place des images',
    render: 'Mise en page',
    send: 'Envoi',
  },
  /** `done` things of `total`; `left` is in ms, null when it is little. */
  progress: (label: string, done: number, total: number, left: number | null) =>
    `${label}\u00a0: ${groupDigits(done)} sur ${groupDigits(total)}${left === null ? '' : `, encore ${durationInWords(left)} environ`}`,
  progressBar: (label: string, bar: string, done: number, total: number, left: number | null) =>
    `${label} ${bar} ${groupDigits(done)}/${groupDigits(total)}${left === null ? '' : `, encore ${durationInWords(left)}`}`,
  imagesOnce: (total: number, cacheDir: string, whole: number) =>
    `${groupDigits(total)} ${agree(total, 'photo ou illustration à préparer', 'photos et illustrations à préparer')}, dans toutes leurs tailles. Cela ne se fait qu’une fois\u00a0: le résultat est gardé dans «\u00a0${cacheDir}\u00a0». Comptez environ ${durationInWords(whole)}.`,
  imagesMade: (made: number, decoded: number) =>
    `Images\u00a0: ${groupDigits(made)} ${agree(made, 'fichier préparé', 'fichiers préparés')}, ${groupDigits(decoded)} ${agree(decoded, 'photo décodée', 'photos décodées')}.`,
  unusedMedia: (files: readonly string[]) =>
    `${groupDigits(files.length)} ${agree(files.length, 'fichier dont aucun article ne se sert', 'fichiers dont aucun article ne se sert')}\u00a0:\n${files.map(file => `  ${file}`).join('\n')}`,
  nothingToCompare: (cacheDir: string) =>
    `Aucune construction n’est en mémoire dans «\u00a0${cacheDir}\u00a0»\u00a0: les adresses que les lecteurs perdraient ne peuvent pas être relevées.`,
  aliasesForHost: (found: readonly { readonly file: string; readonly alias: string }[]) =>
    `${groupDigits(found.length)} ${agree(found.length, 'ancienne adresse que seule une règle de l’hébergeur peut faire suivre', 'anciennes adresses que seule une règle de l’hébergeur peut faire suivre')}\u00a0:\n${shortList(found.map(({ file, alias }) => `${alias} (${file})`))}`,
  beyondHost: ({
    host,
    addresses,
    folders,
  }: {
    readonly host: string;
    readonly addresses: number;
    readonly folders: readonly string[];
  }) =>
    `L’hébergeur (host\u00a0: ${host}) n’accepte pas autant de règles qu’il y a d’anciennes adresses\u202f; des pages font suivre ${listed(
      [
        ...(folders.length > 0 ? [`ce qui était dans ${someOf(folders)}`] : []),
        ...(addresses > 0
          ? [
              `${groupDigits(addresses)} ${agree(addresses, 'ancienne adresse d’article', 'anciennes adresses d’articles')}`,
            ]
          : []),
      ],
    )}.`,
  contentChanged: (file: string) => `«\u00a0${file}\u00a0» a changé pendant la construction. Relancez-la.`,
  onlyPointer: (file: string) =>
    `«\u00a0${file}\u00a0» n’est plus qu’un renvoi de Git LFS, et il faut le fichier lui-même pour en faire de nouvelles images. Rapatriez-le par «\u00a0git lfs pull\u00a0», puis relancez.`,
  memoryBusy:
    'Une autre construction est en cours avec la même mémoire (--cache). Attendez qu’elle se termine.',
  foreignFiles: (dir: string, files: readonly string[]) =>
    `Dans «\u00a0${dir}\u00a0», ${groupDigits(files.length)} ${agree(files.length, 'fichier ou dossier ne vient', 'fichiers ou dossiers ne viennent')} pas de Quotidien, et y ${agree(files.length, 'reste', 'restent')}\u00a0: ${someOf(files)}.`,
  takenPlaces: (dir: string, files: readonly string[]) =>
    `Dans «\u00a0${dir}\u00a0», ${someOf(files)} ${agree(files.length, 'ne vient pas de Quotidien et reste tel quel\u00a0: celui que Quotidien écrirait n’y est pas', 'ne viennent pas de Quotidien et restent tels quels\u00a0: ceux que Quotidien écrirait n’y sont pas')}. Pour garder ${agree(files.length, 'le vôtre, déplacez-le', 'les vôtres, déplacez-les')} dans src/theme/static\u202f; sinon, ${agree(files.length, 'supprimez-le', 'supprimez-les')}.`,
  eleventyWritesInPlace: (dir: string) =>
    `«\u00a0${dir}\u00a0» est un lien vers l’une de deux versions du site (--swap)\u00a0: Eleventy seul écrirait dans les deux. Employez npm run build.`,
  foreignFolder: (dir: string) =>
    `Le dossier «\u00a0${dir}\u00a0» contient autre chose qu’un site de Quotidien\u00a0: rien n’y a été touché. Videz-le, ou indiquez un autre dossier avec --output.`,
  foreignCache: (dir: string) =>
    `Le dossier «\u00a0${dir}\u00a0» n’est pas une mémoire de Quotidien\u00a0: rien n’y a été touché, ni dans le site. Indiquez-en un autre avec --cache.`,
  usage: {
    unknownOption: (option: string) => `L’option «\u00a0${option}\u00a0» n’existe pas.`,
    missingValue: (option: string) => `L’option «\u00a0${option}\u00a0» demande une valeur.`,
    unwantedValue: (option: string) => `L’option «\u00a0${option}\u00a0» ne prend pas de valeur.`,
    unexpected: (argument: string) => `«\u00a0${argument}\u00a0» est de trop ici.`,
    badNow: (value: string) =>
      `«\u00a0${value}\u00a0» n’est pas un instant ISO 8601, comme 2014-05-20T15:30:00+08:00.`,
    badFrom: (value: string) =>
      `«\u00a0${value}\u00a0» n’est pas une origine du contenu\u00a0: écrivez «\u00a0--from git\u00a0» pour le dernier commit, ou «\u00a0--from git:COMMIT\u00a0».`,
    wrongSnapshots: (sentence: string) => `--snapshots\u00a0: ${sentence}`,
    badWorkers: (value: string) =>
      `«\u00a0${value}\u00a0» n’est pas un nombre de fils d’exécution\u00a0: il en faut de 1 à 64.`,
    noTitle:
      'Il manque le titre de l’article, entre guillemets droits\u00a0: npm run new -- "Titre" --section chine',
    noSection:
      'Il manque la rubrique\u00a0: ajoutez --section et son identifiant, par exemple --section chine',
    badPort: (value: string) =>
      `«\u00a0${value}\u00a0» n’est pas un numéro de port\u00a0: il en faut un de 1 à 65\u202f535.`,
    unknownServer: (typed: string, servers: readonly string[]) =>
      `«\u00a0${typed}\u00a0» n’est pas un serveur dont Quotidien écrit les réglages\u202f; ceux-ci en sont\u00a0: ${listed(servers)}. Pour Netlify, Cloudflare et GitLab, la construction écrit ce qu’il faut (host, dans _data/site).`,
    noFileThere: (path: string) =>
      `«\u00a0${path}\u00a0» ne peut pas être un fichier\u00a0: indiquez-en un, dans un dossier qui existe.`,
    noServer: (servers: readonly string[]) =>
      `Dites pour quel serveur (${listed(servers)}), ici ou dans _data/site (host).`,
    cacheOverlap: (cache: string, other: string) =>
      `La mémoire des constructions ne peut pas aller dans «\u00a0${cache}\u00a0»\u00a0: ce dossier contient «\u00a0${other}\u00a0» ou s’y trouve. Indiquez-en un autre avec --cache.`,
    overlap: (output: string, other: string) =>
      `Le site ne peut pas aller dans «\u00a0${output}\u00a0»\u00a0: ce dossier contient «\u00a0${other}\u00a0» ou s’y trouve. Indiquez-en un autre avec --output.`,
    takenByNpm: (command: string, options: readonly string[]) =>
      `npm a gardé pour lui ${agree(options.length, 'l’option', 'les options')} ${listed(options.map(option => `«\u00a0${option.replace(/[ =].*/, '')}\u00a0»`))}\u00a0: les options vont après deux tirets, comme dans «\u00a0npm run ${command} -- ${options.join(' ')}\u00a0».`,
    seeHelp: (command: string) => `npm run ${command} -- --help donne toutes les options.`,
  },
  unknownSection: (slug: string, known: readonly string[]) =>
    `La rubrique «\u00a0${slug}\u00a0» n’existe pas. Celles du site\u00a0: ${known.join(', ')}.`,
  noSlug: (title: string) =>
    `Le titre «\u00a0${title}\u00a0» n’a aucune lettre dont faire un nom de fichier.`,
  alreadyThere: (file: string) =>
    `«\u00a0${file}\u00a0» existe déjà\u00a0: il n’a pas été touché. Changez le titre.`,
  /** `address` is where the development server shows it. */
  created: (file: string, address: string) =>
    `Brouillon créé\u00a0: ${file}. Pendant que vous l’écrivez, «\u00a0npm run dev\u00a0» le montre à ${address}. Pour le publier, effacez la ligne «\u00a0draft: true\u00a0».`,
  newBody: 'Écrivez ici le texte de l’article.',
  cleaned: (dirs: readonly string[]) =>
    dirs.length === 0 ? 'Il n’y avait rien à supprimer.' : `Supprimé\u00a0: ${dirs.join(', ')}.`,
  imagesKept: (folder: string, images: number, bytes: number) =>
    `Gardé\u00a0: ${folder} (${groupDigits(images)} ${agree(images, 'image préparée', 'images préparées')}, ${sizeInWords(bytes)})\u202f; «\u00a0npm run clean -- --photographs\u00a0» le supprime aussi.`,
  snippetHead: `# Écrit par «\u00a0npm run host\u00a0»\u00a0: à refaire après un changement d’identifiant, de réglages ou de version, puis à recharger.\n`,
  snippetWritten: (file: string) =>
    `Réglages écrits\u00a0: ${file}. Vérifiez-les, puis rechargez le serveur.`,
  help: {
    build: `npm run build -- [options]

Construit le site à partir du contenu. Au moindre problème de contenu, rien n’est changé.

${OUTPUT}
${OPTIONS}
  --explain ADRESSE   dire pourquoi cette page serait refaite, et pourquoi elle l’a été\u202f; ne rien construire
  --verify            comparer chaque octet du site à ce qu’il doit être, et refaire ce qui diffère
  --swap              faire du dossier du site un lien vers l’une de deux versions entières, qui passe de
                      l’une à l’autre d’un coup\u202f; à demander une fois, le lien suffit ensuite
  --changes           finir par la liste des adresses écrites (+) et supprimées (-)

Statut de sortie\u00a0: 0, tout va bien\u202f; 1, problèmes de contenu\u202f; 2, usage incorrect.`,
    check: `npm run check -- [options]

Relève tous les problèmes du contenu, sans rien écrire sur le disque, et les photos et enregistrements
dont aucun article ne se sert. Compte les articles publiés, et nomme les autres\u00a0: programmés, brouillons,
expirés, retirés. Nomme les adresses d’articles que les lecteurs perdraient depuis la dernière construction.

${OUTPUT}
${OPTIONS}

Avec --json\u00a0: {problems\u00a0: [{file, line, column, rule, message}], warnings\u00a0: [de même],
articles\u00a0: {total, published, scheduled, draft, expired, withdrawn}, absent\u00a0: [{file, absence, at}], unused\u00a0: [fichier],
aliasesForHost\u00a0: [{file, alias}], beyondHost\u00a0: {host, addresses, folders} ou null,
lostAddresses\u00a0: [{address, fate, from, to}] ou null, sans mémoire}.
Statut de sortie\u00a0: 0, aucun problème\u202f; 1, problèmes de contenu\u202f; 2, usage incorrect.`,
    publish: `npm run publish -- --to DESTINATION [options]

Publie le site là où les lecteurs le trouvent, sans le construire d’abord ici : n’est envoyé que ce qui change, les
pages qui changent après celles qu’elles nomment. Coupée n’importe où, une publication se relance.

  --to DESTINATION    s3://compartiment/préfixe, ssh://utilisateur@serveur/dossier ou file:dossier (obligatoire)
  --from ORIGINE      git, ou git:COMMIT : publier le contenu du dernier commit, ou de celui qui est nommé, sans l’extraire
  --state LIEU        où garder ce que l’on sait du site, hors de portée des lecteurs (à côté de la destination,
                      sous le même nom suivi de « .state »)
  --preview NOM       envoyer ce qui changerait, avec les brouillons, à /apercus/NOM/, sans toucher au site publié
  --remove            avec --preview : retirer cet aperçu
  --purge RÉSEAU      faire oublier aux caches ce qui a changé : cloudflare, fastly, cloudfront, varnish, nginx ou
                      webhook, dont les clés viennent de l’environnement (docs/purge.md)
  --ping              signaler ce qui a changé aux moteurs de recherche (indexNow) et au relais des flux (hub) que nomme
                      _data/site ; sans elle, c’est seulement dit
  --dry-run           dire ce qui serait envoyé et supprimé, et ne rien envoyer
  --if-due            ne rien faire, et vite, si ni le contenu ni l’heure n’ont rien changé (avec --from git)
  --verify            relever tout ce qui se trouve à la destination, et remplacer ce que d’autres ont changé
  --force-state       quand l’état est perdu : comparer le site fichier par fichier, et refaire l’état
${OPTIONS}

Avec --json\u00a0: ce que dit «\u00a0npm run build\u00a0», et {put\u00a0: [adresse envoyée], removed\u00a0: [adresse supprimée],
overwritten\u00a0: [adresse que quelqu’un d’autre avait changée], traffic\u00a0: {put, removed, bytesRead}, état compris,
purged\u00a0: {…} ou null, pinged\u00a0: [{service, told, refusals}] ou null}\u202f; {due\u00a0: false} quand --if-due n’a rien à faire\u202f; {problems} quand le contenu est fautif.
Statut de sortie : 0, publié ; 1, problèmes de contenu ; 2, usage incorrect ; 3, la destination refuse ou ne
répond pas. Ce qui était publié reste entier dans tous les cas.`,
    refresh: `npm run refresh -- --to DESTINATION [options]

Met à jour ce qui est publié, sans rien de nouveau\u00a0: demande la météo des villes du portail et les votes de ses
sondages, compte les lecteurs dans les journaux du serveur (ou par le service) que nomme _data/site, et publie ce que
changent les relevés de l’état (météo, plus lus, votes) et l’heure. Le contenu reste celui du commit publié\u202f; si ce
dépôt ne l’a pas, ou si les réglages ont changé, tout est publié. Ne fait rien, et vite, si rien n’a changé.

  --to DESTINATION    celle de npm run publish (obligatoire)
  --state LIEU        où est gardé ce que l’on sait du site (à côté de la destination)
  --logs JOURNAL      un journal du serveur où compter les plus lus, comme npm run most-read (autant de fois qu’il faut\u202f;
                      ceux de «\u00a0logs\u00a0», dans _data/site)
  --service NOM       ou le service de mesure d’audience à qui les demander\u00a0: plausible, matomo ou goatcounter
  --purge RÉSEAU      faire oublier aux caches ce qui a changé, comme npm run publish
  --ping              signaler ce qui a changé, comme npm run publish
  --dry-run           dire ce qui serait envoyé et supprimé, et ne rien envoyer
${OPTIONS}

Avec --json\u00a0: ce que dit «\u00a0npm run publish\u00a0».
Statut de sortie\u00a0: 0, à jour\u202f; 1, problèmes de contenu\u202f; 2, usage incorrect, ou rien de publié\u202f; 3, la
destination refuse ou ne répond pas. Ce qui était publié reste entier dans tous les cas.`,
    dev: `npm run dev -- [options]

Sert le site à http://localhost:8080/ et le reconstruit à chaque changement. Brouillons, articles programmés
et expirés y sont, marqués comme tels. Ce site-là reste dans le dossier de --cache\u00a0: celui des lecteurs,
dans _site, n’est pas touché.

  --port N            un autre port (8080)
  --host ADRESSE      servir aussi aux autres machines du réseau, à cette adresse de la vôtre
                      (localhost\u00a0: à vous seul)
${SNAPSHOTS}
  --participation     recevoir aussi commentaires et votes, au port suivant, quoi que dise _data/site
${OPTIONS}`,
    new: `npm run new -- "Titre" --section RUBRIQUE [options]

Crée le brouillon d’un article, avec ses champs obligatoires, et dit où «\u00a0npm run dev\u00a0» le montre.

  --section RUBRIQUE  l’identifiant de la rubrique, par exemple chine (obligatoire)
  --content DOSSIER   le dossier qui contient «\u00a0articles\u00a0» (content)
  --data DOSSIER      les données du site (_data)
  --now INSTANT       la date de l’article, en ISO 8601
  --help              cette aide

Statut de sortie\u00a0: 0, brouillon créé\u202f; 1, données du site fautives\u202f; 2, usage incorrect.`,
    move: `npm run move -- FICHIER [--section RUBRIQUE] [--slug NOM] [--date DATE] [options]

Change l’adresse d’un article\u00a0: ses champs, le nom de son fichier, ses photos, ses commentaires, les liens
d’autres textes vers son fichier. L’ancienne adresse mènera à la nouvelle si l’article a paru.

  --section RUBRIQUE  l’identifiant de sa nouvelle rubrique, par exemple sport
  --slug NOM          le nouveau nom du fichier, sans «\u00a0.md\u00a0»\u00a0: la fin de l’adresse
  --date DATE         sa nouvelle date, comme dans l’article\u00a0: 2014-06-03T09:00 ou "03.06.2014 9h00"
  --dry-run           dire ce qui changerait, et ne rien changer
  --content DOSSIER   le dossier qui contient «\u00a0articles\u00a0» (content)
  --data DOSSIER      les données du site (_data)
  --now INSTANT       l’instant où l’on demande si l’article a paru, en ISO 8601
  --help              cette aide

Statut de sortie\u00a0: 0, article déplacé\u202f; 1, article ou données du site fautifs\u202f; 2, usage incorrect, ou
déplacement impossible. Au moindre obstacle, rien n’est changé.`,
    participation: `npm run participation -- [ACTE] [options]

Sans acte, met en marche le service qui reçoit commentaires et votes. Ses réglages sont dans des variables
d’environnement : docs/participation.md les nomme, et dit comment le mettre derrière un serveur.

  list                les commentaires qui attendent, ou ceux que disent --status et --article
  approve ID…         approuver des commentaires, que « export » publiera
  refuse ID…          en refuser ; ils sont effacés trente jours plus tard
  erase ID…           effacer pour de bon le nom et le texte ; « export » retirera le fichier
  reports             les commentaires publiés que des lecteurs ont signalés
  dismiss ID…         les laisser en ligne ; « refuse » les retirerait
  export              écrire les commentaires approuvés dans « content/comments », en retirer ceux qui ne
                      le sont plus, et mettre à jour les votes de « poll-totals.json »
  import FICHIER      écrire dans « content/comments » les commentaires approuvés d’un export de WordPress (WXR)
                      ou de Disqus
  login               donner un lien, valable une fois, vers la page de modération du service
  keys                les clés d’accès à la modération
  revoke CLÉ…         retirer des clés, par leur nom ou leur identifiant, et fermer leurs sessions
  backup FICHIER      copier la base de données pendant que le service marche

  --status NOM        pour « list » : pending (en attente), approved ou refused
  --article ADRESSE   pour « list » : un seul article, comme /chine/2014/05/20/port.html
  --content DOSSIER   pour « export » et « import » : le dossier qui contient « articles » (content)
  --data DOSSIER      pour « export » : les données du site (_data)
  --json              pour « list », « reports », « keys », « export » et « import » : en JSON
  --help              cette aide

Statut de sortie : 0, fait ; 1, un commentaire ou son article n’est pas là ; 2, usage incorrect, ou réglage
qui manque ; 3, erreur du système.`,
    purge: `npm run purge -- CACHE ADRESSE… [options]

Fait oublier des pages aux caches qui sont entre le site et ses lecteurs, pour qu’ils montrent ce qui est
publié. La publication le fait d’elle-même avec --purge ; cette commande rattrape ce qui lui a été refusé.
CACHE est cloudflare, fastly, cloudfront, varnish, nginx ou webhook. Ses accès sont dans des variables
d’environnement : docs/purge.md les nomme. Une adresse s’écrit comme /chine/ ou comme dans un navigateur.

  --all               purger tout le site, au lieu d’adresses
  --data DOSSIER      les données du site (_data)
  --json              finir par une ligne de JSON
  --help              cette aide

Statut de sortie : 0, purgé ; 1, données du site fautives ; 2, usage incorrect, ou variable qui
manque ; 3, purge refusée, en tout ou en partie.`,
    proof: `npm run proof -- [LIEU] [options]

Lit un site construit ou publié comme le ferait un inconnu, toutes ses pages, et dit dans un tableau ce qui n’y va pas\u00a0:
liens et ancres sans but, pages qu’aucun chemin n’atteint, titres, descriptions, images, typographie, poids, données
structurées, flux, plans du site, en-têtes. LIEU est un dossier (_site), ou la destination d’une publication (s3://…,
ssh://… ou file:…). Rien n’y est changé.

  --base ADRESSE      où le site est publié, si sa page d’accueil ne le dit pas (https://exemple.fr/journal)
  --against DOSSIER   une autre construction du même site, dont les octets doivent être les mêmes
  --headers FICHIER   ce que l’hébergeur sait des en-têtes\u00a0: le fichier de «\u00a0npm run host\u00a0», au lieu de _headers
  --budget OCTETS     ce que pèse une page au plus, sans ses photographies (50000)
  --external          demander aussi aux autres sites si les pages citées existent encore, un hôte à la fois
  --record            noter le résultat, que la prochaine construction imprime à /qualite/
  --snapshots LIEU    le noter dans l’état d’une publication (s3://…, ssh://… ou file:…) ou un autre dossier (_data)
  --commit COMMIT     le commit dont vient le site, pour ce relevé (celui du dépôt, si rien n’y est changé)
  --data DOSSIER      les données du site (_data)
  --cache DOSSIER     où garder un temps ce qui vient d’ailleurs (.cache)
  --now INSTANT       la date du relevé, en ISO 8601 (l’horloge de _data/site, ou l’heure réelle)
  --workers N         nombre de fils d’exécution (un par cœur)
  --all               montrer tous les constats, et non les premiers de chaque règle
  --json              finir par une ligne de JSON
  --quiet             ne rien dire si tout va bien
  --help              cette aide

Statut de sortie\u00a0: 0, aucune erreur\u202f; 1, des erreurs, ou des données du site fautives\u202f; 2, usage incorrect\u202f; 3, le
système ou le lieu refuse quelque chose.`,
    weather: `npm run weather -- [options]

Demande le temps des villes du portail (weatherCities, dans _data/site) à Open-Meteo ou à MET Norway
(weatherProvider), et l’écrit dans weather.json, que la construction montre. Une ville n’est demandée qu’une fois
par heure, à quelque fréquence que la commande soit lancée. Quand le service ne répond pas, ou répond mal, le dernier
bon relevé de chaque ville reste, avec son heure. La clé d’un client d’Open-Meteo est dans OPEN_METEO_API_KEY.

  --data DOSSIER      les données du site (_data)
  --snapshots LIEU    où l’écrire\u00a0: un dossier, ou l’état d’une publication (s3://…, ssh://… ou file:…), sans commit
                      (_data)
  --strict            finir avec le statut 3 si une ville n’a pas pu être relevée
  --json              finir par une ligne de JSON
  --help              cette aide

Statut de sortie\u00a0: 0, tout va bien, ou les derniers bons relevés restent\u202f; 1, données du site fautives\u202f; 2, usage
incorrect\u202f; 3, avec --strict, une ville n’a pas pu être relevée.`,
    votes: `npm run votes -- [options]

Demande au service de participation (participation, dans _data/site) les votes des sondages qui les montrent, et les
écrit dans poll-totals.json, que la construction montre. Un sondage clos est demandé jusqu’à ce que ses derniers votes
soient connus, sept jours au plus. Quand le service ne répond pas, ou répond mal, ce qui a été compté auparavant reste,
avec sa date.

  --data DOSSIER      les données du site (_data)
  --snapshots LIEU    où les écrire\u00a0: un dossier, ou l’état d’une publication (s3://…, ssh://… ou file:…), sans commit
                      (_data)
  --strict            finir avec le statut 3 si les votes d’un sondage n’ont pas pu être lus
  --json              finir par une ligne de JSON
  --help              cette aide

Statut de sortie\u00a0: 0, tout va bien, ou ce qui était compté reste\u202f; 1, données du site fautives\u202f; 2, usage
incorrect\u202f; 3, avec --strict, les votes d’un sondage n’ont pas pu être lus.`,
    host: `npm run host -- [nginx|caddy] [options]

Écrit ce qu’un serveur doit savoir du portail, en lignes pour ses réglages\u00a0: types de fichiers, durées, sécurité,
anciennes adresses, page des adresses introuvables. Sans nom de serveur, celui de _data/site (host). Rien n’est
construit.

  --to FICHIER        où écrire ces lignes (la sortie standard, où npm met les siennes aussi)
  --content DOSSIER   le dossier qui contient «\u00a0articles\u00a0» et «\u00a0pages\u00a0» (content)
  --data DOSSIER      les données du site (_data)
  --cache DOSSIER     la mémoire des constructions (.cache)
  --now INSTANT       l’instant de l’édition, en ISO 8601 (l’horloge de _data/site, ou l’heure réelle)
  --help              cette aide

Statut de sortie\u00a0: 0, tout va bien\u202f; 1, problèmes de contenu\u202f; 2, usage incorrect.`,
    'most-read': `npm run most-read -- JOURNAL… [options]

Compte les lecteurs de chaque article dans les journaux du serveur, ou demande à un service de mesure
d’audience ce qu’il a compté, et écrit «\u00a0Les articles les plus lus\u00a0» (most-read.json) s’ils ont changé. Un
journal peut être compressé par gzip ou zstd\u202f; sans nom, ce sont ceux de «\u00a0logs\u00a0», ou le service de
«\u00a0mostReadService\u00a0», dans _data/site, et à défaut l’entrée standard, comme pour «\u00a0-\u00a0». Rien n’est gardé d’un lecteur. Formes des journaux, cron et vie privée\u00a0: docs/living-data.md.

  --snapshots LIEU    où écrire le relevé, au lieu des données du site\u00a0: un dossier, ou l’état d’une
                      publication (s3://journal-state, file:/srv/etat)
  --service NOM       demander à plausible, matomo ou goatcounter, dont l’adresse et la clé viennent de
                      l’environnement, au lieu de lire des journaux\u202f; des fichiers nommés avec elle sont ceux que
                      le service a exportés, et personne n’est interrogé
  --data DOSSIER      les données du site, où va most-read.json (_data)
  --cache DOSSIER     où restent les nombres de lecteurs des dernières heures (.cache)
  --now INSTANT       l’instant du relevé, en ISO 8601 (l’horloge de _data/site, ou l’heure réelle)
  --json              finir par une ligne de JSON
  --quiet             ne rien dire de ce qui va bien
  --help              cette aide

La ligne de --json\u00a0: {lines, reads, malformed, later, date, addresses, written}.
Statut de sortie\u00a0: 0, tout va bien\u202f; 1, données du site fautives\u202f; 2, usage incorrect, journal absent ou de
forme inconnue\u202f; 3, lecture refusée par le système ou par le service.`,
    history: `npm run history -- FICHIER [options]

Montre les commits qui ont changé un article, du plus récent au plus ancien\u00a0: identifiant, date, auteur,
objet. Les renommages sont suivis\u202f; le fichier peut ne plus être là.

  --data DOSSIER      les données du site, pour son fuseau horaire (_data)
  --help              cette aide

Statut de sortie\u00a0: 0, tout va bien\u202f; 2, usage incorrect.`,
    clean: `npm run clean -- [options]

Supprime le site construit et la mémoire des constructions, mais garde les images préparées à partir des
photos\u202f: les refaire peut prendre des heures.

  --output DOSSIER    le site (_site)
  --cache DOSSIER     la mémoire (.cache)
  --photographs       supprimer aussi les images préparées
  --help              cette aide`,
  },
} as const);

/** More names than this say no more. */
const MOST_NAMES = 12;

function someOf(names: readonly string[]): string {
  const others = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (others > 0 ? ` et ${groupDigits(others)} autres` : '');
}

/** « a, b et c ». */
function listed(names: readonly string[]): string {
  return names.join(', ').replace(/, (?=[^,]*$)/, ' et ');
}

function problems(count: number): string {
  return `${groupDigits(count)} ${agree(count, 'problème', 'problèmes')}`;
}
