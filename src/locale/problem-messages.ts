// A mistake that shows only when all files are read becomes a French message for editors: what is wrong, then how to mend it.
import { quoting } from './quoting.ts';

export const problemMessages = quoting({
  notAFile: () =>
    'Ceci n’est pas un fichier ordinaire (un lien symbolique, peut-être). Mettez le fichier lui-même à cette place.',
  submodule: () =>
    'Ce dossier est un sous-module de git\u00a0: ses fichiers sont dans un autre dépôt, et le commit n’en a que la place. Mettez les fichiers eux-mêmes à cette place, ou construisez à partir des fichiers, sans --from.',
  linkedFolder: () =>
    'Ce dossier est un lien symbolique, qui n’est pas suivi. Mettez le dossier lui-même à cette place, ou indiquez avec --content celui qui contient tout.',
  unreadableFolder: () =>
    'Ce dossier ne peut pas être lu. Vérifiez qu’il est toujours là et que vous avez le droit de l’ouvrir.',
  unreadableFile: () =>
    'Ce fichier ne peut pas être lu. Vérifiez que c’est bien un fichier, qu’il est toujours là et que vous avez le droit de le lire.',
  unreadableName: () =>
    'Le nom de ce fichier ou dossier n’est pas en UTF-8. Renommez-le, avec des lettres sans accent, des chiffres et des traits d’union.',
  fileExtension: (name: string) =>
    `Le fichier «\u00a0${name}\u00a0» n’est pas lu\u00a0: un article est un fichier dont le nom finit par «\u00a0.md\u00a0». Renommez-le, ou rangez-le hors de «\u00a0articles\u00a0».`,
  fileOutside: (name: string) =>
    `Personne ne lit «\u00a0${name}\u00a0» à cette place. Rangez un article dans «\u00a0articles\u00a0», une page dans «\u00a0pages\u00a0», une photo à côté de son article ou dans «\u00a0media\u00a0»\u202f; ou mettez ce fichier hors du contenu.`,
  folderOutside: (folder: string, file: string, hint: string) =>
    `Personne ne lit le dossier «\u00a0${folder}\u00a0», où se trouve «\u00a0${file}\u00a0».${hint} Le contenu est dans «\u00a0articles\u00a0», «\u00a0pages\u00a0», «\u00a0media\u00a0» et «\u00a0comments\u00a0»\u202f; pour garder ce dossier à part, faites commencer son nom par «\u00a0_\u00a0».`,
  misnamedData: (file: string, meant: string) =>
    `Le portail ne lit pas «\u00a0${file}\u00a0», et «\u00a0${meant}\u00a0» manque. Si c’est lui, renommez-le\u202f; si ce sont des données à vous, donnez-leur un nom moins proche.`,
  faultySnapshot: (mistake: string) =>
    `Ce relevé est laissé de côté\u202f; celui de _data, s’il y en a un, est montré, avec sa date. ${mistake}`,
  snapshotToCome: (date: string, now: string) =>
    `Ce relevé est daté du ${date}, après l’instant de cette édition (${now})\u202f; il est laissé de côté, et celui de _data, s’il y en a un, est montré, avec sa date. Vérifiez l’horloge de la machine qui l’a écrit, puis écrivez-le de nouveau.`,
  missingData: (advice: string, other: string | null) =>
    other === null
      ? `Ce fichier manque\u202f; ${advice}`
      : `Ce fichier manque\u202f; si c’est «\u00a0${other}\u00a0», renommez-le, ou bien ${advice}`,
  hostWithoutSsi: (host: string) =>
    `L’hébergeur «\u00a0${host}\u00a0» ne lit pas les inclusions (SSI)\u00a0: les articles anciens y seraient sans l’actualité du moment\u202f; écrivez «\u00a0furnitureMode: client\u00a0», ou servez le site par nginx ou Apache.`,
  hostWithoutEsi: (host: string) =>
    `L’hébergeur «\u00a0${host}\u00a0» ne lit pas les inclusions (ESI)\u00a0: sans Varnish, Fastly ou Akamai devant lui, les articles anciens seraient sans l’actualité du moment\u202f; si aucun n’y est, écrivez «\u00a0furnitureMode: client\u00a0».`,
  securityExpires: (days: number) =>
    `Le contact pour la sécurité n’est donné que pour ${days} jour${days > 1 ? 's' : ''} encore\u202f; vérifiez qu’il est toujours bon, puis écrivez une date plus lointaine, à moins d’un an.`,
  securityExpired: () =>
    'Le contact pour la sécurité n’est plus donné, car cette date est passée\u202f; vérifiez qu’il est toujours bon, puis écrivez une date à venir, à moins d’un an.',
  noArticles: (other: string | null) =>
    `Le dossier «\u00a0articles\u00a0» est introuvable.${other === null ? '' : ` Est-ce «\u00a0${other}\u00a0»\u202f? Renommez-le.`} Créez-le, ou indiquez avec --content le dossier qui le contient.`,
  commentExtension: (name: string) =>
    `Le fichier «\u00a0${name}\u00a0» n’est pas lu\u00a0: un commentaire est un fichier dont le nom finit par «\u00a0.yaml\u00a0», «\u00a0.yml\u00a0» ou «\u00a0.json\u00a0»\u202f; renommez-le, ou rangez-le hors de «\u00a0comments\u00a0».`,
  largeComment: (size: number, limit: number) =>
    `Ce commentaire fait ${size} Kio, pour ${limit} au plus\u202f; raccourcissez-le, ou retirez-le.`,
  commentId: (text: string) =>
    `Le nom «\u00a0${text.slice(0, 60)}\u00a0» n’est celui d’aucun commentaire\u202f; écrivez le nom du fichier auquel celui-ci répond, sans «\u00a0.yaml\u00a0» et entre guillemets, comme «\u00a0"0001"\u00a0».`,
  commentOutside: () =>
    'Ce commentaire n’est dans le dossier d’aucun article\u202f; rangez ceux de «\u00a0articles/2014/05/port.md\u00a0», par exemple, dans «\u00a0comments/2014/05/port\u00a0».',
  commentWithoutArticle: (article: string) =>
    `Ces commentaires ne vont avec aucun article, car «\u00a0${article}\u00a0» n’existe pas\u202f; donnez à ce dossier le nom et la place de l’article, ou supprimez-le.`,
  unknownSection: (slug: string, hint: string) =>
    `La rubrique «\u00a0${slug}\u00a0» n’existe pas.${hint} Prenez-en une de _data/sections, ou ajoutez-la.`,
  unknownTopic: (slug: string, hint: string) =>
    `Le sujet «\u00a0${slug}\u00a0» n’existe pas.${hint} Ajoutez-le à _data/topics, ou corrigez-le ici.`,
  unknownDossier: (slug: string, hint: string) =>
    `Le dossier «\u00a0${slug}\u00a0» n’existe pas.${hint} Ajoutez-le à _data/dossiers, ou corrigez-le ici.`,
  unknownAuthor: (slug: string, hint: string) =>
    `L’auteur «\u00a0${slug}\u00a0» n’existe pas.${hint} Écrivez son nom comme il signe, ou ajoutez cet identifiant à _data/authors.`,
  unknownEdition: (lang: string, hint: string) =>
    `Le portail n’a pas d’édition en «\u00a0${lang}\u00a0».${hint} Ajoutez-la à «\u00a0editions\u00a0» dans _data/site, ou corrigez la langue ici.`,
  unknownPlace: (name: string, hint: string) =>
    `Le lieu «\u00a0${name}\u00a0» n’est pas connu des cartes.${hint} Donnez ses coordonnées\u00a0: «\u00a0map: { place: ${name}, at: [latitude, longitude] }\u00a0»\u202f; ou retirez la carte.`,
  ambiguousPlace: (name: string, writings: readonly string[]) =>
    `Plusieurs lieux s’appellent «\u00a0${name}\u00a0»\u202f; écrivez ${writings.map(writing => `«\u00a0${writing}\u00a0»`).join(' ou ')}.`,
  unknownCity: (name: string, hint: string) =>
    `La ville «\u00a0${name}\u00a0» n’est pas connue des cartes.${hint} Corrigez-la, dites dans «\u00a0place\u00a0» comment elles l’appellent, ou donnez «\u00a0latitude\u00a0» et «\u00a0longitude\u00a0».`,
  ambiguousCity: (name: string, writings: readonly string[]) =>
    `Plusieurs lieux s’appellent «\u00a0${name}\u00a0»\u202f; écrivez dans «\u00a0place\u00a0» ${writings.map(writing => `«\u00a0${writing}\u00a0»`).join(' ou ')}.`,
  halfCoordinates: (missing: string) =>
    `Il manque l’autre coordonnée, «\u00a0${missing}\u00a0»\u202f; ajoutez-la, ou retirez celle-ci si les cartes connaissent la ville.`,
  unknownMarkdown: (name: string, hint: string) =>
    `Le fichier «\u00a0${name}\u00a0», auquel le texte renvoie, n’existe pas.${hint} Corrigez son nom, ou écrivez l’adresse de la page.`,
  sameAddress: (url: string, other: string) =>
    `L’adresse ${url} est déjà celle de «\u00a0${other}\u00a0». Changez le nom de l’un des deux fichiers.`,
  sameIdentity: (id: string, other: string) =>
    `L’identité «\u00a0${id}\u00a0» est déjà celle de «\u00a0${other}\u00a0». Donnez-en une autre à cet article, ou effacez cette ligne.`,
  aliasTaken: (alias: string, taker: string) =>
    `L’ancienne adresse ${alias} est celle ${taker}. Retirez-la de «\u00a0aliases\u00a0», ou renommez cette page.`,
  ofPage: () => 'd’une page du site',
  ofPageToCome: () =>
    'd’une page que le site aura quand auront paru les articles programmés et les brouillons',
  ofArticle: (file: string, toCome: boolean) =>
    `de «\u00a0${file}\u00a0»${toCome ? ', programmé ou brouillon' : ''}`,
  aliasTwice: (alias: string, other: string) =>
    `L’ancienne adresse ${alias} est déjà dans «\u00a0aliases\u00a0» de «\u00a0${other}\u00a0». Gardez-la dans un seul des deux.`,
  longAddress: (url: string, length: number, limit: number) =>
    `L’adresse ${url} compte ${length} caractères, pour ${limit} au plus. Raccourcissez le nom du fichier.`,
  changeToCome: {
    updated: (stamp: string) =>
      `La mise à jour du ${stamp} est encore à venir. Corrigez sa date ou, si l’article ne doit paraître qu’alors, écrivez-la aussi dans «\u00a0publish\u00a0».`,
    corrections: (stamp: string) =>
      `Un rectificatif est daté du ${stamp}, qui est encore à venir. Corrigez sa date.`,
  },
  formerSlugInUse: (slug: string, whose: string) =>
    `L’identifiant «\u00a0${slug}\u00a0» est encore celui ${whose}. Retirez-le de «\u00a0formerly\u00a0», qui ne garde que ceux d’autrefois.`,
  formerSlugTwice: (slug: string, whose: string) =>
    `L’ancien identifiant «\u00a0${slug}\u00a0» est déjà dans «\u00a0formerly\u00a0» ${whose}. Gardez-le à un seul endroit.`,
  formerSlugReserved: (slug: string) =>
    `L’adresse «\u00a0/${slug}/\u00a0» est réservée au portail, qui s’en sert lui-même. Retirez-la de «\u00a0formerly\u00a0».`,
  formerAddressOfSection: (slug: string, section: string) =>
    `L’adresse «\u00a0/${slug}/\u00a0» est une ancienne adresse de la rubrique «\u00a0${section}\u00a0», où elle mène. Renommez ce fichier, ou retirez-la de «\u00a0formerly\u00a0» dans _data/sections.`,
  slugHolder: {
    item: (rank: number) => `de l’élément nº\u00a0${rank} de la liste`,
    section: (name: string) => `de la rubrique «\u00a0${name}\u00a0»`,
    page: (file: string) => `de «\u00a0${file}\u00a0»`,
  },
  movedTo: (slug: string) => ` Son identifiant est désormais «\u00a0${slug}\u00a0».`,
  staysOnline: () => 'D’ici là, l’article reste sur le site tel qu’il était.',
  goesOffline: () => 'D’ici là, l’article n’est plus sur le site.',
  thereAre: (slugs: readonly string[], count: number) =>
    ` Il y a\u00a0: ${slugs.join(', ')}${count > slugs.length ? `… (${count} en tout)` : ''}.`,
  didYouMean: (slug: string) => ` Vouliez-vous dire «\u00a0${slug}\u00a0»\u202f?`,
} as const);
