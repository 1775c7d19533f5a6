// The ending of a document's name, and its first bytes, become its type: what readers are told, and whether the name is right.

export interface DocumentType {
  /** As readers know it. */
  readonly label: string;
  /** The media type (RFC 6838). */
  readonly type: string;
  /** Whether a file that begins with these bytes may be one. */
  readonly begins: (head: Buffer) => boolean;
}

/** How many of a file's first bytes tell its type: enough for the names of the first files in an archive. */
export const DOCUMENT_HEAD = 4096;

/** A PDF may begin after some other bytes (ISO 32000-1, annex H, note 13). */
const PDF_HEAD = 1024;

const PDF: DocumentType = {
  label: 'PDF',
  type: 'application/pdf',
  begins: head => head.toString('latin1', 0, PDF_HEAD).includes('%PDF-'),
};
const RTF = starting('RTF', 'application/rtf', '{\\rtf');
const DOC = oldOffice('DOC', 'application/msword');

/** Nothing else begins so, whatever its name. */
const UNMISTAKABLE: readonly DocumentType[] = [PDF, RTF, { ...DOC, label: 'DOC, XLS ou PPT' }];

/** By the ending of the name, in lower case. */
export const DOCUMENT_TYPES: ReadonlyMap<string, DocumentType> = new Map(
  Object.entries({
    '.pdf': PDF,
    '.odt': openDocument('ODT', 'text'),
    '.ods': openDocument('ODS', 'spreadsheet'),
    '.odp': openDocument('ODP', 'presentation'),
    '.odg': openDocument('ODG', 'graphics'),
    '.docx': officeDocument('DOCX', 'wordprocessingml.document', 'word'),
    '.xlsx': officeDocument('XLSX', 'spreadsheetml.sheet', 'xl'),
    '.pptx': officeDocument('PPTX', 'presentationml.presentation', 'ppt'),
    '.doc': DOC,
    '.xls': oldOffice('XLS', 'application/vnd.ms-excel'),
    '.ppt': oldOffice('PPT', 'application/vnd.ms-powerpoint'),
    '.rtf': RTF,
    '.epub': zipped('EPUB', 'application/epub+zip', name => name === 'application/epub+zip'),
    '.csv': text('CSV', 'text/csv', /^/),
    '.tsv': text('TSV', 'text/tab-separated-values', /^/),
    '.json': text('JSON', 'application/json', /^[[{]/),
    '.geojson': text('GeoJSON', 'application/geo+json', /^\{/),
    '.kml': text('KML', 'application/vnd.google-earth.kml+xml', /^</),
    '.kmz': zipped('KMZ', 'application/vnd.google-earth.kmz', name => name === null),
    '.gpx': text('GPX', 'application/gpx+xml', /^</),
    '.ics': text('ICS', 'text/calendar', /^BEGIN:VCALENDAR/i),
    '.zip': { label: 'ZIP', type: 'application/zip', begins: isZip },
    '.7z': starting('7Z', 'application/x-7z-compressed', '7z\xbc\xaf\x27\x1c'),
    '.gz': starting('GZ', 'application/gzip', '\x1f\x8b'),
  } satisfies Record<string, DocumentType>),
);

export const DOCUMENT_ENDINGS: readonly string[] = [...DOCUMENT_TYPES.keys()];

/** APPNOTE of ZIP, § 4.3.6: a first file, an empty archive, or a part of several. */
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

function isZip(head: Buffer): boolean {
  return ZIP_STARTS.includes(head.toString('latin1', 0, 4));
}

function starting(label: string, type: string, start: string): DocumentType {
  return { label, type, begins: head => head.toString('latin1', 0, start.length) === start };
}

function zipped(label: string, type: string, isOfType: (mimetype: string | null) => boolean): DocumentType {
  return { label, type, begins: head => isZip(head) && isOfType(mimetypeOf(head)) };
}

/** OpenDocument 1.3, part 2, § 3.3: the type stands uncompressed in a first file `mimetype`; old programs leave it out. */
function openDocument(label: string, kind: string): DocumentType {
  const type = `application/vnd.oasis.opendocument.${kind}`;
  return zipped(label, type, mimetype => mimetype === null || mimetype === type);
}

/** Type and content of the first file when that is `mimetype`; null: it is another. */
function mimetypeOf(head: Buffer): string | null {
  if (head.length < 38 || head.toString('latin1', 30, 38) !== 'mimetype') return null;
  const extra = head.readUInt16LE(28);
  const size = head.readUInt32LE(18);
  return head.toString('latin1', 38 + extra, 38 + extra + size);
}

/** The folder of its files in each kind of office document, and the ending of its name. */
const OFFICE_FOLDERS = { word: 'docx', xl: 'xlsx', ppt: 'pptx' } as const;

type OfficeFolder = keyof typeof OFFICE_FOLDERS;

function officeFolders(head: Buffer): readonly OfficeFolder[] {
  const names = firstNames(head);
  return (Object.keys(OFFICE_FOLDERS) as OfficeFolder[]).filter(folder =>
    names.some(name => name.startsWith(`${folder}/`)),
  );
}

/** ECMA-376, part 2: a ZIP whose files of each kind have a folder. Which of the files come first is free. */
function officeDocument(label: string, kind: string, folder: OfficeFolder): DocumentType {
  return {
    label,
    type: `application/vnd.openxmlformats-officedocument.${kind}`,
    begins: head => {
      if (!isZip(head) || mimetypeOf(head) !== null) return false;
      const folders = officeFolders(head);
      return folders.length === 0 || folders.includes(folder);
    },
  };
}

/** The names of the files in an archive of which the head shows the beginning. */
function firstNames(head: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = head.indexOf('PK\x03\x04'); at !== -1; at = head.indexOf('PK\x03\x04', at + 4)) {
    if (at + 30 <= head.length)
      names.push(head.toString('latin1', at + 30, at + 30 + head.readUInt16LE(at + 26)));
  }
  return names;
}

/** [MS-CFB], § 2.2. */
function oldOffice(label: string, type: string): DocumentType {
  return starting(label, type, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
}

/** A web page under another name is what a download without its password often is. */
const WEB_PAGE = /^(?:<!doctype html|<html)/i;

function text(label: string, type: string, start: RegExp): DocumentType {
  return {
    label,
    type,
    begins: head => {
      const beginning = textBeginning(head);
      if (beginning === null || WEB_PAGE.test(beginning)) return false;
      return start.test(beginning) && !UNMISTAKABLE.some(other => other.begins(head));
    },
  };
}

/** The first words of a text in any encoding; null: it is none. */
function textBeginning(head: Buffer): string | null {
  const isUtf16 = /^(?:fffe|feff)/.test(head.toString('hex', 0, 2));
  if (isUtf16) return head.toString('latin1', 2).replaceAll('\0', '').trimStart();
  if (head.includes(0)) return null;
  return head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
}

/** What a file with the wrong name is instead, as readers know it; null: nobody knows. */
export function guessDocument(head: Buffer): string | null {
  if (isZip(head)) return guessZip(head);
  if (WEB_PAGE.test(textBeginning(head) ?? '')) return 'HTML';
  return UNMISTAKABLE.find(({ begins }) => begins(head))?.label ?? null;
}

function guessZip(head: Buffer): string {
  const types = [...DOCUMENT_TYPES.values()];
  const mimetype = mimetypeOf(head);
  const folder = officeFolders(head)[0];
  const ending = folder && `.${OFFICE_FOLDERS[folder]}`;
  const found = ending ? DOCUMENT_TYPES.get(ending) : types.find(({ type }) => type === mimetype);
  return found?.label ?? 'ZIP';
}
