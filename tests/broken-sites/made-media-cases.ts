// Broken sites with photographs, films and sounds that are made here, so that they are broken in just one way.
import sharp from 'sharp';
import type { Rule } from '../../src/problem/rule.ts';
import { sampleMp3, sampleMp4, sampleOgg, sampleWebm } from '../media/sample-recordings.ts';
import type { BrokenSite } from './broken-site.ts';
import { at, broken, link, write } from './case-pieces.ts';

const PORT = 'content/articles/port.md';
const FIELDS = 'title: Le port rouvre\nsource: Xinhua\ndate: 20.05.2014 13h43\nsection: chine\n';

/** The fair's article with `fields`, of which the first begins on line 6. */
function article(fields: string): string {
  return `---\n${FIELDS}${fields}---\n\nLe port a rouvert.\n`;
}

/** A site whose article has `bytes` as its photograph, which breaks `rule`. */
function photograph(title: string, name: string, bytes: Uint8Array, rule: Rule, words: string): BrokenSite {
  return broken(
    title,
    [
      write(PORT, article(`image:\n  src: ${name}\n  alt: Le quai\n`)),
      write(`content/articles/${name}`, bytes),
    ],
    [at(PORT, 7, 8, rule, words)],
  );
}

/** The same with a film or a sound. */
function recording(title: string, name: string, bytes: Uint8Array, rule: Rule, words: string): BrokenSite {
  const field = /\.(?:mp4|webm)$/.test(name) ? 'video' : 'audio';
  return broken(
    title,
    [
      write(PORT, article(`${field}:\n  src: ${name}\n  title: Le quai\n  transcript: quai.txt\n`)),
      write('content/articles/quai.txt', 'Le quai.\n'),
      write(`content/articles/${name}`, bytes),
    ],
    [at(PORT, 7, 8, rule, words)],
  );
}

/** Noise: it does not shrink to nothing, so that half of the file is half of the picture. */
const NOISE = sharp({
  create: {
    width: 320,
    height: 240,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  },
});
const JPEG = await NOISE.clone().jpeg().toBuffer();
const PNG = await NOISE.clone().png().toBuffer();
const WEBP = await NOISE.clone().webp().toBuffer();
const GIF = await sharp(Buffer.concat([Buffer.alloc(300, 0), Buffer.alloc(300, 255)]), {
  raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
})
  .gif({ delay: [100, 100], loop: 0 })
  .toBuffer();

/** A PNG whose header, checksum left aside, says that it has `width` × `height` pixels. */
function sizedPng(width: number, height: number): Buffer {
  const bytes = Buffer.from(PNG);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);

export const madeMediaCases: readonly BrokenSite[] = [
  photograph(
    'A JPEG whose name has no ending is named by its type',
    'quai',
    JPEG,
    'unknown-media-type',
    'est un JPEG, mais son nom ne le dit pas. Ajoutez « .jpg »',
  ),
  broken(
    'A PNG without ending among the media of all articles is named by its type',
    [write(PORT, article('image:\n  src: quai\n  alt: Le quai\n')), write('content/media/quai', PNG)],
    [at(PORT, 7, 8, 'unknown-media-type', 'est un PNG, mais son nom ne le dit pas. Ajoutez « .png »')],
  ),
  photograph(
    'A photograph of no bytes is empty',
    'quai.jpg',
    Buffer.alloc(0),
    'empty-photograph',
    'fichier vide',
  ),
  photograph('Half a JPEG is no photograph', 'quai.jpg', half(JPEG), 'broken-photograph', 'incomplète'),
  photograph('Half a PNG is no photograph', 'quai.png', half(PNG), 'broken-photograph', 'incomplète'),
  photograph('Half a WebP is no photograph', 'quai.webp', half(WEBP), 'broken-photograph', 'incomplète'),
  photograph(
    'Noise is no photograph',
    'quai.jpg',
    Buffer.alloc(5000, 0xa7),
    'unknown-photograph-type',
    'pas une image',
  ),
  photograph(
    'A photograph that says it has two thousand million pixels is not decoded',
    'quai.png',
    sizedPng(50_000, 40_000),
    'huge-photograph',
    '2 000 millions de pixels, pour 50 au plus',
  ),
  photograph('A picture that moves is no photograph', 'quai.gif', GIF, 'animated-photograph', 'est animée'),
  photograph(
    'A photograph of a telephone’s own format is sent to JPEG',
    'quai.heic',
    Buffer.from('00000018667479706865696300000000686569636d696631', 'hex'),
    'heic-photograph',
    'Exportez-la en JPEG',
  ),
  photograph(
    'A photograph of a telephone’s own format is known under another name',
    'quai.jpg',
    Buffer.from('00000018667479706865696300000000686569636d696631', 'hex'),
    'heic-photograph',
    'Exportez-la en JPEG',
  ),
  photograph(
    'A drawing of two hundred layers within each other is not drawn',
    'quai.svg',
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">${'<g opacity=".5"><path d="M0 0h400v300z"/>'.repeat(200)}${'</g>'.repeat(200)}</svg>`,
    ),
    'svg-too-heavy',
    'trop lourd à calculer',
  ),
  broken(
    'A photograph that two articles show is named in both',
    [
      write(PORT, article('image:\n  src: quai.jpg\n  alt: Le quai\n')),
      write(
        'content/articles/2014/foire.md',
        article('gallery:\n  - src: quai.jpg\n    alt: Le quai\n  - src: /quai.jpg\n    alt: Le quai\n'),
      ),
      write('content/media/quai.jpg', half(JPEG)),
    ],
    [
      at('content/articles/2014/foire.md', 7, 10, 'broken-photograph', 'incomplète'),
      at('content/articles/2014/foire.md', 9, 10, 'broken-photograph', 'incomplète'),
      at(PORT, 7, 8, 'broken-photograph', 'incomplète'),
    ],
  ),
  broken(
    'A photograph within the text of a page is looked at',
    [
      write(
        'content/pages/contact.md',
        '---\ntitle: Contact\ndescription: Nous.\n---\n\n![Nous](nous.jpg)\n',
      ),
      write('content/pages/nous.jpg', half(JPEG)),
    ],
    [at('content/pages/contact.md', 6, 1, 'broken-photograph', 'incomplète')],
  ),
  broken(
    'Of thousands of photographs within a text that are missing, fifty are named',
    [
      write(
        PORT,
        article('').concat(...Array.from({ length: 5000 }, (_, n) => `\n![Le quai](quai-${n}.jpg)\n`)),
      ),
    ],
    [
      ...Array.from({ length: 50 }, (_, n) => at(PORT, 10 + 2 * n, 1, 'missing-media', `quai-${n}.jpg`)),
      at(PORT, 10 + 2 * 49, 1, 'more-problems', '4950 autres problèmes'),
    ],
  ),
  broken(
    'A photograph that is a symbolic link out of the site is not followed',
    [link('content/articles/quai.jpg', '/etc/passwd')],
    [at('content/articles/quai.jpg', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A photograph for all articles that is a symbolic link out of the site is not followed',
    [link('content/media/quai.jpg', '/etc/passwd')],
    [at('content/media/quai.jpg', 1, 1, 'not-a-file', 'lien symbolique')],
  ),
  broken(
    'A file in the place of the folder of photographs is not a folder',
    [write('content/media', 'rien')],
    [at('content/media', 1, 1, 'unreadable-file', 'Ce dossier ne peut pas être lu')],
  ),
  recording('A film of no bytes is empty', 'quai.mp4', Buffer.alloc(0), 'empty-recording', 'zéro octet'),
  recording(
    'Half a film is no film',
    'quai.mp4',
    half(sampleMp4()),
    'broken-recording',
    'il en manque la fin',
  ),
  recording(
    'Half a film for the web is no film',
    'quai.webm',
    half(sampleWebm()),
    'broken-recording',
    'la fin',
  ),
  recording('Half a sound is no sound', 'quai.ogg', half(sampleOgg('Opus')), 'broken-recording', 'la fin'),
  recording(
    'A sound that says it is longer than it is was cut',
    'quai.mp3',
    sampleMp3({ statedSize: 1_000_000 }),
    'broken-recording',
    'la fin',
  ),
  recording(
    'A film of Apple’s format is known under another name',
    'quai.mp4',
    sampleMp4({ brand: 'qt  ' }),
    'unplayable-recording',
    'au format QuickTime',
  ),
  recording(
    'A film that only some telephones play is sent to H.264',
    'quai.mp4',
    sampleMp4({ tracks: [{ handler: 'vide', format: 'hvc1' }] }),
    'unplayable-recording',
    'au format HEVC (H.265)',
  ),
  recording(
    'A sound of ten megabytes a minute is known under another name',
    'quai.mp3',
    Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'),
    'unplayable-recording',
    'au format WAV',
  ),
  recording(
    'A text is no film, whatever its name',
    'quai.mp4',
    Buffer.from('Le quai.'),
    'unknown-media-type',
    'ni une vidéo',
  ),
];
