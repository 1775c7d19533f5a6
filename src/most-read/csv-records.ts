// The pieces of a table in CSV become its records (RFC 4180), each as it ends: a field in quotes may hold commas and ends of lines.

export interface CsvReader {
  push(text: string): void;
  end(): void;
}

/** In characters: what is longer is no record of a table. The rest of it is dropped. */
const LONGEST = 64 * 1024;

export function csvRecords(onRecord: (fields: readonly string[]) => void): CsvReader {
  let fields: string[] = [];
  let field = '';
  let length = 0;
  let isQuoted = false;
  // A quote within quotes ends them, or is the first of two that are one.
  let wasQuote = false;

  const endField = (): void => {
    fields.push(field);
    field = '';
  };
  const endRecord = (): void => {
    endField();
    if (fields.length > 1 || fields[0] !== '') onRecord(fields);
    fields = [];
    length = 0;
    isQuoted = false;
    wasQuote = false;
  };
  const take = (character: string): void => {
    if (isQuoted && !wasQuote) {
      if (character === '"') wasQuote = true;
      else if (length++ < LONGEST) field += character;
      else if (character === '\n') endRecord();
      return;
    }
    if (wasQuote && character === '"') field += '"';
    else if (character === '"' && field === '') isQuoted = true;
    else {
      if (wasQuote) isQuoted = false;
      if (character === ',') endField();
      else if (character === '\n') endRecord();
      else if (character !== '\r' && length++ < LONGEST) field += character;
    }
    wasQuote = false;
  };
  return {
    push(text) {
      for (const character of text) take(character);
    },
    end() {
      if (field !== '' || fields.length > 0) endRecord();
    },
  };
}
