// What the command that moves an article says, in French: what it did, or why it did nothing.
import { agree, groupDigits } from './numbers.ts';
import { quoting } from './quoting.ts';

/** « a », « b » ou « c ». */
function oneOf(names: readonly string[]): string {
  return names
    .map(name => `«\u00a0${name}\u00a0»`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' ou ');
}

export const moveWords = quoting({
  noFile:
    'Il manque le fichier de l’article\u00a0: npm run move -- content/articles/2014/05/port.md --slug nouveau-port',
  nothingAsked: () =>
    'Rien n’est demandé\u00a0: ajoutez --section, --slug ou --date, qui font l’adresse d’un article.',
  notFound: (typed: string, near: readonly string[]) =>
    `«\u00a0${typed}\u00a0» est introuvable.${near.length === 0 ? '' : ` Vouliez-vous dire ${oneOf(near)}\u202f?`} Écrivez le chemin du fichier de l’article.`,
  page: (typed: string) =>
    `«\u00a0${typed}\u00a0» est une page hors rubrique\u00a0: renommez le fichier, et gardez son ancien nom dans son champ «\u00a0formerly\u00a0».`,
  outside: (typed: string, folder: string) =>
    `«\u00a0${typed}\u00a0» n’est pas un article\u00a0: les articles sont dans «\u00a0${folder}\u00a0» (--content donne un autre dossier de contenu).`,
  folder: (typed: string) =>
    `«\u00a0${typed}\u00a0» est un dossier. Écrivez le chemin du fichier d’un article.`,
  noArticle: (typed: string) =>
    `«\u00a0${typed}\u00a0» n’est pas un article\u00a0: ce serait un fichier ordinaire, qui n’est pas caché, et dont le nom finit par «\u00a0.md\u00a0».`,
  faulty: (typed: string) => `«\u00a0${typed}\u00a0» n’a pas été déplacé\u00a0: corrigez-le d’abord.`,
  wouldBeFaulty: (typed: string) =>
    `«\u00a0${typed}\u00a0» n’a pas été déplacé\u00a0: il aurait alors ce qui précède. Corrigez-le d’abord, ou demandez autre chose.`,
  unknownSection: (slug: string, known: readonly string[], present: string | null) =>
    `La rubrique «\u00a0${slug}\u00a0» n’existe pas.${present === null ? '' : ` Son identifiant est désormais «\u00a0${present}\u00a0».`} Celles du site\u00a0: ${known.join(', ')}.`,
  withEnding: (slug: string, name: string) =>
    `Le nom se donne sans sa fin («\u00a0${slug}\u00a0»)\u202f; écrivez «\u00a0${name}\u00a0».`,
  sameAddress: (url: string) =>
    `L’adresse resterait ${url}\u00a0: il n’y a rien à déplacer. Une autre heure, par exemple, se change dans le fichier.`,
  taken: (from: string, to: string) =>
    `«\u00a0${from}\u00a0» irait à la place de «\u00a0${to}\u00a0», qui existe déjà\u00a0: rien n’a été touché. Choisissez un autre nom, ou renommez celui-là.`,
  otherComments: (folder: string) =>
    `Dans «\u00a0${folder}\u00a0», des commentaires deviendraient ceux de l’article, sans être de lui\u00a0: rien n’a été touché. Choisissez un autre nom, ou supprimez-les.`,
  addressOf: (url: string, file: string) =>
    `L’adresse ${url} est déjà celle de «\u00a0${file}\u00a0»\u00a0: rien n’a été touché. Choisissez un autre nom.`,
  oldAddressOf: (url: string, file: string) =>
    `L’adresse ${url} est une ancienne adresse de «\u00a0${file}\u00a0», où elle mène\u00a0: rien n’a été touché. Choisissez un autre nom, ou retirez-la de ses «\u00a0aliases\u00a0».`,
  byHand: (typed: string) =>
    `Les champs de «\u00a0${typed}\u00a0» sont écrits d’une façon que cette commande ne sait pas changer sans risque\u00a0: rien n’a été touché. Écrivez «\u00a0section\u00a0» et «\u00a0date\u00a0» chacun sur une ligne, «\u00a0aliases\u00a0» entre crochets, et recommencez.`,
  faultyNeighbour: (file: string) =>
    `«\u00a0${file}\u00a0» a une faute et nomme peut-être ce qui est à déplacer\u00a0: rien n’a été touché. Corrigez-le d’abord.`,
  confused: (file: string) =>
    `Un nom de fichier dans «\u00a0${file}\u00a0» désignerait alors une autre photo, ou rien\u00a0: rien n’a été touché. Renommez l’une des deux, ou rangez-la dans «\u00a0media\u00a0».`,
  linkByHand: (file: string, link: string) =>
    `«\u00a0${file}\u00a0» renvoie à l’article («\u00a0${link}\u00a0») d’une façon que cette commande ne sait pas changer\u00a0: rien n’a été touché. Corrigez d’abord ce lien\u00a0: [mots](adresse).`,
  moved: (from: string, to: string) => `Article déplacé\u00a0: ${from} → ${to}`,
  kept: (file: string) => `Article changé\u00a0: ${file}`,
  wouldMove: (from: string, to: string) => `Serait déplacé\u00a0: ${from} → ${to}`,
  wouldChange: (file: string) => `Serait changé\u00a0: ${file}`,
  address: (from: string, to: string) => `Adresse\u00a0: ${from} → ${to}`,
  alias: {
    added: (url: string) =>
      `Ancienne adresse\u00a0: dans «\u00a0aliases\u00a0»\u202f; ${url} mènera à la nouvelle.`,
    draft: (url: string) =>
      `Ancienne adresse\u00a0: sans suite, car c’est un brouillon\u202f; s’il a déjà paru, ajoutez-la\u00a0: «\u00a0aliases: [${url}]\u00a0».`,
    scheduled: () => 'Ancienne adresse\u00a0: sans suite, car l’article n’a pas encore paru.',
    taken: (file: string) => `Ancienne adresse\u00a0: elle est à «\u00a0${file}\u00a0», et le reste.`,
  },
  waits: () =>
    'Attention\u00a0: la date est à venir. Les lecteurs n’auront plus l’article d’ici là, et les liens qui y mènent seront signalés.',
  media: (from: string, to: string) => `Fichier\u00a0: ${from} → ${to}`,
  sharedMedia: (from: string, to: string, sharer: string) =>
    `Fichier\u00a0: ${from} → ${to}, car «\u00a0${sharer}\u00a0» s’en sert aussi`,
  comments: (count: number, from: string, to: string) =>
    `${groupDigits(count)} ${agree(count, 'commentaire', 'commentaires')}\u00a0: ${from} → ${to}`,
  link: (file: string) => `Lien corrigé dans ${file}`,
  dryRun: 'Rien n’a été changé\u00a0: sans --dry-run, la commande le fera.',
  check: 'Vérifiez avec «\u00a0npm run check\u00a0».',
  record: (contentDir: string, slug: string, url: string) =>
    `Vérifiez avec «\u00a0npm run check\u00a0», puis enregistrez le tout\u00a0:

  git add ${contentDir}
  git commit -m "Déplace ${slug} vers ${url}"`,
  putBack: 'Le déplacement n’a pas pu se faire. Tout a été remis à sa place.',
  inTheWay: (path: string) =>
    `Quelque chose fait obstacle\u00a0: «\u00a0${path}\u00a0». Vérifiez ce qui est à cette place, puis relancez.`,
  halfDone:
    'Le déplacement s’est arrêté en chemin, et tout n’a pas pu être remis à sa place\u00a0: «\u00a0git status\u00a0» montre ce qui a changé, «\u00a0git restore\u00a0» le rétablit.',
} as const);
