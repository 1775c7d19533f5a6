// Broken sites that text can't hold: bytes, links, folders in a file's place, files of a great size or depth.
import type { BrokenSite } from './broken-site.ts';
import { at, broken, link, write } from './case-pieces.ts';

const FAIR = 'content/articles/2014/foire.md';
const COMMENT = 'content/comments/2014/foire/0001.yaml';
const FIELDS = 'title: La foire\nsource: Xinhua\ndate: 2014-05-19\nsection: chine\n';
const ARTICLE = `---\n${FIELDS}---\n\nLa foire a ouvert près du fleuve.\n`;

/** Other systems than Linux refuse to make such files. */
const WITH_UNREADABLE_NAMES: readonly BrokenSite[] = [
  broken(
    'An article whose name is not UTF-8 is named as well as can be',
    [{ kind: 'named', path: 'content/articles', name: Buffer.from('été.md', 'latin1'), content: ARTICLE }],
    [at('content/articles/\ufffdt\ufffd.md', 1, 1, 'unreadable-name', 'n’est pas en UTF-8')],
  ),
  broken(
    'A page whose name is not UTF-8 is named as well as can be',
    [{ kind: 'named', path: 'content/pages', name: Buffer.from('été.md', 'latin1'), content: ARTICLE }],
    [at('content/pages/\ufffdt\ufffd.md', 1, 1, 'unreadable-name', 'n’est pas en UTF-8')],
  ),
];

/** To read one would be to wait for ever. Windows has none in folders. */
const WITH_PIPES: readonly BrokenSite[] = [
  '_data/topics.json',
  '_data/taux.json',
  '_data/bourse/taux.js',
  'content/articles/tuyau.md',
  'content/articles/tuyau.jpg',
  'content/comments/2014/foire/0001.yaml',
  'content/media/tuyau.jpg',
  'content/pages/tuyau.md',
].map(path =>
  broken(
    `A pipe in the place of ${path} is not read`,
    [
      { kind: 'remove', path: path.startsWith('_data/topics') ? '_data/topics.yaml' : path },
      { kind: 'pipe', path },
    ],
    [at(path, 1, 1, 'not-a-file', 'n’est pas un fichier ordinaire')],
  ),
);

/** A link to a device is followed by Eleventy. */
const WITH_DEVICES: readonly BrokenSite[] = [
  broken(
    'A link to a device among an owner’s data is not read',
    [link('_data/taux.json', '/dev/zero')],
    [at('_data/taux.json', 1, 1, 'not-a-file', 'n’est pas un fichier ordinaire')],
  ),
  broken(
    'A link of an owner’s data to nowhere is named',
    [link('_data/taux.json', 'nulle-part.json')],
    [at('_data/taux.json', 1, 1, 'not-a-file', 'n’est pas un fichier ordinaire')],
  ),
];

export const madeCases: readonly BrokenSite[] = [
  ...(process.platform === 'linux' ? WITH_UNREADABLE_NAMES : []),
  ...(process.platform === 'win32' ? [] : [...WITH_PIPES, ...WITH_DEVICES]),
  broken(
    'A file of noise is not UTF-8 from its first bad byte on',
    [write(FAIR, Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xc3, 0x28, 0xff, 0x00))],
    [at(FAIR, 2, 1, 'not-utf-8', 'enregistrez-le en UTF-8')],
  ),
  broken(
    'An accent in Latin-1 is named where it stands',
    [write(FAIR, Buffer.from(ARTICLE.replace('La foire\n', 'La foire d’été\n').replace('’', "'"), 'latin1'))],
    [at(FAIR, 2, 19, 'not-utf-8', 'Windows-1252')],
  ),
  broken(
    'A typographic apostrophe in Windows-1252 is named where it stands',
    [write(FAIR, joined(`---\n${FIELDS}---\n\nL`, Uint8Array.of(0x92), 'accord est signé.\n'))],
    [at(FAIR, 8, 2, 'not-utf-8', 'Windows-1252')],
  ),
  broken(
    'UTF-16 with the low byte first is named for what it is',
    [write(FAIR, Buffer.from(`\ufeff${ARTICLE}`, 'utf16le'))],
    [at(FAIR, 1, 1, 'not-utf-8', 'UTF-16')],
  ),
  broken(
    'UTF-16 with the high byte first is named for what it is',
    [write(FAIR, Buffer.from(`\ufeff${ARTICLE}`, 'utf16le').swap16())],
    [at(FAIR, 1, 1, 'not-utf-8', 'UTF-16')],
  ),
  broken(
    'UTF-16 without a mark is full of null characters',
    [write(FAIR, Buffer.from('---\n---\n', 'utf16le'))],
    [
      at(FAIR, 1, 2, 'control-character', 'caractère nul'),
      at(FAIR, 2, 1, 'control-character', 'caractère nul'),
      at(FAIR, 3, 1, 'control-character', 'caractère nul'),
    ],
  ),
  broken(
    'A character cut in the middle at the end is named',
    [write(FAIR, joined(ARTICLE, Uint8Array.of(0xe2, 0x80)))],
    [at(FAIR, 9, 1, 'not-utf-8', 'n’est pas en UTF-8')],
  ),
  broken(
    'Half a surrogate pair is not UTF-8',
    [write(FAIR, joined(ARTICLE, Uint8Array.of(0xed, 0xa0, 0x80)))],
    [at(FAIR, 9, 1, 'not-utf-8', 'n’est pas en UTF-8')],
  ),
  broken(
    'An overlong slash is not UTF-8',
    [write(FAIR, joined(ARTICLE, Uint8Array.of(0xc0, 0xaf)))],
    [at(FAIR, 9, 1, 'not-utf-8', 'n’est pas en UTF-8')],
  ),
  broken(
    'A byte order mark and line ends of Windows do not move the place of a mistake',
    [write(FAIR, `\ufeff${ARTICLE.replace('2014-05-19', 'hier')}`.replaceAll('\n', '\r\n'))],
    [at(FAIR, 4, 7, 'bad-date', '« hier »')],
  ),
  broken(
    'Line ends of old Macintoshes do not move the place of a mistake',
    [write(FAIR, ARTICLE.replace('2014-05-19', 'hier').replaceAll('\n', '\r'))],
    [at(FAIR, 4, 7, 'bad-date', '« hier »')],
  ),
  broken(
    'Two byte order marks are one too many',
    [write(FAIR, `\ufeff\ufeff${ARTICLE}`)],
    [at(FAIR, 1, 1, 'control-character', 'marque d’ordre des octets')],
  ),
  broken(
    'A picture named like an article is no text',
    [write(FAIR, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))],
    [at(FAIR, 1, 1, 'not-utf-8', 'n’est pas en UTF-8')],
  ),
  broken(
    'A _data file that is not UTF-8 is named',
    [write('_data/topics.yaml', Buffer.from('- slug: sante\n  name: Santé\n', 'latin1'))],
    [at('_data/topics.yaml', 2, 13, 'not-utf-8', 'enregistrez-le en UTF-8')],
  ),
  broken(
    'A page that is not UTF-8 is named',
    [write('content/pages/contact.md', Buffer.from('---\ntitle: Écrire\n---\n', 'latin1'))],
    [at('content/pages/contact.md', 2, 8, 'not-utf-8', 'enregistrez-le en UTF-8')],
  ),
  broken(
    'A file over the size of any article is not read',
    [write(FAIR, `${ARTICLE}${'Encore. '.repeat(70_000)}`)],
    [at(FAIR, 1, 1, 'file-too-large', '512 au plus')],
  ),
  broken(
    'A page over the size of any article is not read',
    [write('content/pages/contact.md', `---\ntitle: A\ndescription: B\n---\n${'Encore. '.repeat(70_000)}`)],
    [at('content/pages/contact.md', 1, 1, 'file-too-large', '512 au plus')],
  ),
  broken(
    'A _data file over any use is not read',
    [write('_data/topics.yaml', `# ${'bavardage '.repeat(500_000)}\n[]\n`)],
    [at('_data/topics.yaml', 1, 1, 'file-too-large', 'au plus')],
  ),
  broken(
    'A hundred thousand brackets do not exhaust the program',
    [write(FAIR, ARTICLE.replace('section:', `topics: ${'['.repeat(100_000)}\nsection:`))],
    [at(FAIR, 5, 24, 'yaml-depth', 'les uns dans les autres')],
  ),
  broken(
    'Lists in lists in lists are too deep',
    [write(FAIR, ARTICLE.replace('section:', `topics: ${'['.repeat(40)}${']'.repeat(40)}\nsection:`))],
    [at(FAIR, 5, 24, 'yaml-depth', 'les uns dans les autres')],
  ),
  broken(
    'Fields in fields in fields are too deep',
    [
      write(
        '_data/topics.yaml',
        Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      ),
    ],
    [at('_data/topics.yaml', 16, 16, 'yaml-depth', 'les uns dans les autres')],
  ),
  broken(
    'Of a file with an unseen character on each line the first twenty are named',
    [write(FAIR, `${ARTICLE}${'Un\u0007deux\n'.repeat(50)}`)],
    Array.from({ length: 20 }, (_, index) => at(FAIR, 9 + index, 3, 'control-character', 'U+0007')),
  ),
  broken(
    'Of a text with hundreds of mistakes the first fifty are named, and the others counted',
    [write(FAIR, ARTICLE.replace('fleuve.', `fleuve.${'\n\n<b>'.repeat(262)}`))],
    [
      ...Array.from({ length: 50 }, (_, index) => at(FAIR, 10 + 2 * index, 1, 'html-in-body', '(<b>)')),
      at(FAIR, 108, 1, 'more-problems', 'Et 212 autres problèmes dans ce fichier'),
    ],
  ),
  broken(
    'An image written into its own address is quoted by its beginning',
    [write(FAIR, ARTICLE.replace('fleuve.', `fleuve ![](/${'a'.repeat(84_000)}.png)`))],
    [at(FAIR, 8, 34, 'image-alt', 'aaa… »'), at(FAIR, 8, 34, 'missing-media', 'aaa')],
  ),
  broken(
    'A field with an endless name is quoted by its beginning',
    [write('_data/topics.yaml', `- slug: ${'a'.repeat(900)}\n  name: A\n`)],
    [at('_data/topics.yaml', 1, 9, 'bad-slug', 'aaa… »')],
  ),
  broken(
    'A folder named like an article is a folder, whose articles are read',
    [write('content/articles/dossier.md/autre.md', ARTICLE.replace('2014-05-19', 'hier'))],
    [at('content/articles/dossier.md/autre.md', 4, 7, 'bad-date', '« hier »')],
  ),
  broken(
    'A folder named like a page holds no text',
    [{ kind: 'folder', path: 'content/pages/legal.md' }],
    [at('content/pages/legal.md', 1, 1, 'not-a-file', 'fichier ordinaire')],
  ),
  broken(
    'A folder in the place of a _data file is not read',
    [
      { kind: 'remove', path: '_data/topics.yaml' },
      { kind: 'folder', path: '_data/topics.yaml' },
    ],
    [at('_data/topics.yaml', 1, 1, 'unreadable-file', 'ne peut pas être lu')],
  ),
  broken(
    'A file in the place of the folder of articles is not a folder',
    [{ kind: 'remove', path: 'content/articles' }, write('content/articles', 'rien')],
    [at('content/articles', 1, 1, 'no-articles', 'introuvable')],
  ),
  broken(
    'A file in the place of the folder of data is not a folder',
    [{ kind: 'remove', path: '_data' }, write('_data', 'rien')],
    [at('_data/site.yaml', 1, 1, 'missing-file', 'dossier des données')],
  ),
  broken(
    'A symbolic link to an article of the site is not followed',
    [link('content/articles/lien.md', 'port.md')],
    [at('content/articles/lien.md', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A symbolic link out of the site is not followed',
    [link('content/articles/passwd.md', '/etc/passwd')],
    [at('content/articles/passwd.md', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A symbolic link to a folder outside is not followed',
    [link('content/articles/etc', '/etc')],
    [at('content/articles/etc', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A symbolic link to its own folder is not followed for ever',
    [link('content/articles/encore', '.')],
    [at('content/articles/encore', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A symbolic link to nowhere is named',
    [link('content/articles/perdu.md', 'nulle-part.md')],
    [at('content/articles/perdu.md', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A _data file that is a symbolic link out of the site is not followed',
    [link('_data/topics.yaml', '/etc/passwd')],
    [at('_data/topics.yaml', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A page that is a symbolic link out of the site is not followed',
    [link('content/pages/passwd.md', '/etc/passwd')],
    [at('content/pages/passwd.md', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A folder of pages that is a symbolic link is not followed',
    [link('content/pages/etc', '/etc')],
    [at('content/pages/etc', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A folder of articles that is itself a link is not followed',
    [
      { kind: 'remove', path: 'content/articles' },
      write('ailleurs/port.md', ARTICLE),
      link('content/articles', '../ailleurs'),
    ],
    [at('content/articles', 1, 1, 'not-a-file', 'Ce dossier est un lien symbolique')],
  ),
  broken(
    'A folder of pages that is itself a link out of the site is not followed',
    [link('content/pages', '/etc')],
    [at('content/pages', 1, 1, 'not-a-file', 'Ce dossier est un lien symbolique')],
  ),
  broken(
    'A folder of comments that is itself a link is not followed',
    [link('content/comments', 'articles')],
    [at('content/comments', 1, 1, 'not-a-file', 'Ce dossier est un lien symbolique')],
  ),
  broken(
    'A folder of photographs that is itself a link to nowhere is named',
    [link('content/media', '/nulle/part')],
    [at('content/media', 1, 1, 'not-a-file', 'Ce dossier est un lien symbolique')],
  ),
  broken(
    'A folder within the pictures that is a link is not followed',
    [link('content/media/etc', '/etc')],
    [at('content/media/etc', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A comment that is not UTF-8 is named',
    [write(COMMENT, Buffer.from('date: 2014-05-20\ntext: Déjà\n', 'latin1'))],
    [at(COMMENT, 2, 8, 'not-utf-8', 'enregistrez-le en UTF-8')],
  ),
  broken(
    'A comment that is a symbolic link out of the site is not followed',
    [link(COMMENT, '/etc/passwd')],
    [at(COMMENT, 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A file in the place of the folder of comments is not a folder',
    [write('content/comments', 'rien')],
    [at('content/comments', 1, 1, 'unreadable-file', 'Ce dossier ne peut pas être lu')],
  ),
];

function joined(...pieces: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(pieces.map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}
