// The beginnings of documents as their programs write them, small enough to be made here.

/** A ZIP that begins with files of these names, without its end. */
export function sampleZip(names: readonly string[], content = 'x'): Buffer {
  return Buffer.concat(
    names.map(name => {
      const header = Buffer.alloc(30);
      header.write('PK\x03\x04', 'latin1');
      header.writeUInt32LE(content.length, 18);
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name + content)]);
    }),
  );
}

const withMimetype = (type: string): Buffer =>
  Buffer.concat([sampleZip(['mimetype'], type), sampleZip(['content.xml'])]);

const openDocument = (kind: string): Buffer => withMimetype(`application/vnd.oasis.opendocument.${kind}`);

const officeDocument = (folder: string): Buffer =>
  sampleZip(['[Content_Types].xml', '_rels/.rels', `${folder}/document.xml`]);

const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae10000', 'hex');

const SAMPLES: Readonly<Record<string, Buffer>> = {
  '.pdf': Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
  '.odt': openDocument('text'),
  '.ods': openDocument('spreadsheet'),
  '.odp': openDocument('presentation'),
  '.odg': openDocument('graphics'),
  '.docx': officeDocument('word'),
  '.xlsx': officeDocument('xl'),
  '.pptx': officeDocument('ppt'),
  '.doc': OLD_OFFICE,
  '.xls': OLD_OFFICE,
  '.ppt': OLD_OFFICE,
  '.rtf': Buffer.from('{\\rtf1\\ansi Bonjour}'),
  '.epub': withMimetype('application/epub+zip'),
  '.csv': Buffer.from('ville;habitants\nParis;2 200 000\n'),
  '.tsv': Buffer.from('ville\thabitants\n'),
  '.json': Buffer.from('[1, 2]'),
  '.geojson': Buffer.from('{ "type": "FeatureCollection", "features": [] }'),
  '.kml': Buffer.from('<?xml version="1.0"?><kml/>'),
  '.kmz': sampleZip(['doc.kml']),
  '.gpx': Buffer.from('<gpx version="1.1"/>'),
  '.ics': Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
  '.zip': sampleZip(['donnees.csv']),
  '.7z': Buffer.from('377abcaf271c0004', 'hex'),
  '.gz': Buffer.from('1f8b0800', 'hex'),
};

/** `ending` with its dot. */
export function sampleDocument(ending: string): Buffer {
  return SAMPLES[ending]!;
}
