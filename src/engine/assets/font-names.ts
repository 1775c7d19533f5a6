// A font to its table of names, and to the same font under other names, as its licence asks of one that was changed.

/** An entry of the table `name` (OpenType 1.9, « name — Naming Table »), for Windows, which all programs read. */
export interface FontName {
  /** What it is: 0 the copyright, 1 the family, 13 the licence… */
  readonly id: number;
  /** A language of Windows: 0x409 is English of the United States. */
  readonly language: number;
  readonly text: string;
}

export const NAME = {
  copyright: 0,
  family: 1,
  style: 2,
  identifier: 3,
  fullName: 4,
  version: 5,
  postScriptName: 6,
  trademark: 7,
  licence: 13,
  licenceAddress: 14,
} as const;

/** What the licence asks to go with every copy (SIL Open Font License 1.1, condition 2), so a cut keeps it. */
export const LEGAL_NAMES: readonly number[] = [
  NAME.copyright,
  NAME.trademark,
  NAME.licence,
  NAME.licenceAddress,
];

const WINDOWS = 3;
const UNICODE_BMP = 1;
const ENGLISH = 0x409;
/** From here on fonts number names of their own: of axes, of instances. */
const FIRST_OWN_NAME = 256;
/** The font's own words for it (SIL, « How to use the OFL »), for fonts that only give its address. */
const LICENCE_TEXT =
  'This Font Software is licensed under the SIL Open Font License, Version 1.1. This license is available with a FAQ at: https://openfontlicense.org';
const LICENCE_ADDRESS = 'https://openfontlicense.org';

/**
 * The names of a cut from a font with `names`. What is called after the font is called `family` instead, since the licence of
 * a changed font forbids the name that its makers reserve (condition 3); copyright and licence stay.
 */
export function namesOfCut(names: readonly FontName[], family: string): readonly FontName[] {
  const textOf = (id: number): string | undefined => names.find(name => name.id === id)?.text;
  const version = textOf(NAME.version) ?? '';
  const ours: readonly (readonly [number, string | undefined])[] = [
    [NAME.family, family],
    [NAME.style, textOf(NAME.style) ?? 'Regular'],
    [NAME.identifier, `${version};${family}`],
    [NAME.fullName, family],
    [NAME.version, textOf(NAME.version)],
    [NAME.postScriptName, family.replaceAll(/[^A-Za-z0-9-]/g, '')],
    [NAME.licence, textOf(NAME.licence) ?? LICENCE_TEXT],
    [NAME.licenceAddress, textOf(NAME.licenceAddress) ?? LICENCE_ADDRESS],
  ];
  const kept = names.filter(
    ({ id }) => id >= FIRST_OWN_NAME || id === NAME.copyright || id === NAME.trademark,
  );
  const set = ours.flatMap(([id, text]) => (text === undefined ? [] : [{ id, language: ENGLISH, text }]));
  return [...kept, ...set];
}

/** `sfnt` is a TrueType or OpenType file. Names for other systems than Windows are passed over. */
export function readFontNames(sfnt: Buffer): readonly FontName[] {
  const table = tablesOf(sfnt).find(({ tag }) => tag === 'name')?.bytes;
  if (table === undefined) return [];
  const texts = table.readUInt16BE(4);
  return Array.from({ length: table.readUInt16BE(2) }, (_, index) => 6 + 12 * index)
    .filter(at => table.readUInt16BE(at) === WINDOWS)
    .map(at => {
      const [language, id, length, offset] = [4, 6, 8, 10].map(field => table.readUInt16BE(at + field));
      const from = texts + offset!;
      // A copy, as swapping changes the bytes in place.
      const text = Buffer.from(table.subarray(from, from + length!))
        .swap16()
        .toString('utf16le');
      return { id: id!, language: language!, text };
    });
}

/** The same font with these names and no others. */
export function withFontNames(sfnt: Buffer, names: readonly FontName[]): Buffer {
  const others = tablesOf(sfnt).filter(({ tag }) => tag !== 'name');
  const tables = [...others, { tag: 'name', bytes: nameTable(names) }];
  return fontFile(
    sfnt.readUInt32BE(0),
    tables.sort((a, b) => (a.tag < b.tag ? -1 : 1)),
  );
}

interface Table {
  readonly tag: string;
  readonly bytes: Buffer;
}

function tablesOf(sfnt: Buffer): readonly Table[] {
  return Array.from({ length: sfnt.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const offset = sfnt.readUInt32BE(at + 8);
    return {
      tag: sfnt.toString('latin1', at, at + 4),
      bytes: sfnt.subarray(offset, offset + sfnt.readUInt32BE(at + 12)),
    };
  });
}

/** In the order that the format asks for: by language, then by what it is. */
function nameTable(names: readonly FontName[]): Buffer {
  const ordered = names.toSorted((a, b) => a.language - b.language || a.id - b.id);
  const head = Buffer.alloc(6 + 12 * ordered.length);
  head.writeUInt16BE(ordered.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts: Buffer[] = [];
  let offset = 0;
  for (const [index, { id, language, text }] of ordered.entries()) {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    const fields = [WINDOWS, UNICODE_BMP, language, id, bytes.length, offset];
    for (const [field, value] of fields.entries()) head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    texts.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...texts]);
}

/** Tables to a file, with all its sums (OpenType 1.9, « Organization of an OpenType Font »). */
function fontFile(kind: number, tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  const power = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(kind, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  let headAt = 0;
  for (const [index, { tag, bytes }] of tables.entries()) {
    const body = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(body);
    // The whole file's sum stands in `head`, and counts as zero in all sums.
    if (tag === 'head') {
      headAt = offset;
      body.writeUInt32BE(0, 8);
    }
    const at = 12 + 16 * index;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(sumOf(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    bodies.push(body);
    offset += body.length;
  }
  const file = Buffer.concat([directory, ...bodies]);
  file.writeUInt32BE((0xb1b0afba - sumOf(file)) >>> 0, headAt + 8);
  return file;
}

function sumOf(words: Buffer): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}
