// An old address from `aliases` becomes what is wrong with it: a file must be able to stand there, or a rule of the host's to know it.
import { SERVER_PAGE } from '../address/old-address.ts';
import { shorten } from '../source/shorten.ts';
import { isWindowsReserved } from './slug.ts';

/** Each segment becomes the name of a folder or file, which file systems limit to 255 bytes; an accented letter takes two. */
const MAX_ALIAS_BYTES = 200;
/** Letters, digits and the signs that need no escape in an address and are allowed in file names on every system. */
const SEGMENT = /^[\p{L}\p{N}_~+,=@!$&'();-][\p{L}\p{N}._~+,=@!$&'();-]*$/u;

/** What is wrong with an old address and how to mend it, in French; null when the address is good. */
export function aliasMistake(alias: string): string | null {
  const complaint = complain(alias);
  if (complaint === null) return null;
  return `L’ancienne adresse « ${shorten(alias)} » ${complaint}`;
}

function complain(alias: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(alias)) {
    return 'contient le nom d’un site ; n’en gardez que ce qui suit l’adresse du portail, à partir de « / ». Hors du portail, seule une règle de l’hébergeur peut répondre.';
  }
  if (!alias.startsWith('/')) return `ne commence pas par « / » ; écrivez « /${alias.slice(0, 40)} ».`;
  if (alias === '/') return 'est celle de la une ; effacez-la.';
  if (Buffer.byteLength(alias) > MAX_ALIAS_BYTES) {
    return `dépasse ${MAX_ALIAS_BYTES} octets (un accent en prend deux) ; effacez-la.`;
  }
  if (alias.includes('#'))
    return 'contient « # », que les navigateurs gardent pour eux ; effacez ce signe et la suite.';
  if (alias.includes('\\')) return 'contient « \\ » ; écrivez « / ».';
  const [path = '', ...questions] = alias.split('?');
  if (path.includes('%')) return 'contient « % » ; écrivez les lettres elles-mêmes.';
  if (questions.length > 0) return complainOfQuery(questions.join('?')) ?? complainOfPath(path);
  return complainOfPath(path) ?? complainOfEnd(path.split('/').at(-1)!);
}

/** RFC 3986, § 3.4, and letters of any alphabet. */
const QUERY = /^[\p{L}\p{N}._~!$&'()*+,;=:@/?%[\]|-]+$/u;

function complainOfQuery(query: string): string | null {
  if (query === '') return 'finit par « ? » ; effacez ce signe.';
  return QUERY.test(query) ? null : NO_SUCH_SIGN;
}

function complainOfPath(path: string): string | null {
  if (path === '/') return null;
  const segments = path.replace(/^\/|\/$/g, '').split('/');
  return (
    complainOfSegment(segments) ?? complainOfFolder(path.endsWith('/') ? segments : segments.slice(0, -1))
  );
}

/** A folder at `/flux.xml/` would collide with a file of the site, or of the theme. */
const LIKE_A_FILE = /\.[a-z][a-z0-9]{1,15}$/i;

function complainOfFolder(folders: readonly string[]): string | null {
  const file = folders.find(folder => LIKE_A_FILE.test(folder) && !SERVER_PAGE.test(folder));
  return file === undefined ? null : `emploie le nom de fichier « ${file} » comme dossier ; effacez-la.`;
}

/** What a page can't stand for: a document at its address would be HTML under another name. */
function complainOfEnd(name: string): string | null {
  if (!LIKE_A_FILE.test(name) || SERVER_PAGE.test(name) || /\.html?$/i.test(name)) return null;
  return `est celle d’un fichier (« ${name.slice(name.lastIndexOf('.'))} »), et non d’une page ; effacez-la.`;
}

const NO_SUCH_SIGN = 'contient une espace ou un signe qui ne va pas dans une adresse ; corrigez-la.';

function complainOfSegment(segments: readonly string[]): string | null {
  for (const segment of segments) {
    if (segment === '') return 'contient « // » ; gardez une seule barre.';
    if (segment === '.' || segment === '..')
      return `contient « ${segment} » entre deux barres ; écrivez l’adresse en entier.`;
    if (segment.startsWith('.'))
      return `a une partie qui commence par un point (« ${segment} ») ; effacez-la.`;
    if (segment.endsWith('.'))
      return `a une partie qui finit par un point (« ${segment} »), que Windows refuse ; effacez-la.`;
    if (isWindowsReserved(segment.split('.')[0]!)) {
      return `contient « ${segment} », un nom réservé par Windows ; effacez-la.`;
    }
    if (!SEGMENT.test(segment) || segment !== segment.normalize('NFC')) {
      return 'contient une espace ou un signe qui ne va pas dans une adresse ; corrigez-la.';
    }
  }
  return null;
}
