// A document is what its first bytes say, not what its name says.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleDocument, sampleZip } from '../../tests/media/sample-documents.ts';
import { DOCUMENT_ENDINGS, DOCUMENT_TYPES, guessDocument } from './document-type.ts';

const begins = (ending: string, head: Buffer): boolean => DOCUMENT_TYPES.get(ending)!.begins(head);

describe('a document', () => {
  for (const ending of DOCUMENT_ENDINGS)
    it(`is taken for one by the name ${ending}`, () =>
      assert.equal(begins(ending, sampleDocument(ending)), true));

  const FALSE: readonly (readonly [ending: string, of: string, guess: string | null])[] = [
    ['.pdf', '.docx', 'DOCX'],
    ['.pdf', '.zip', 'ZIP'],
    ['.docx', '.odt', 'ODT'],
    ['.docx', '.xlsx', 'XLSX'],
    ['.docx', '.doc', 'DOC, XLS ou PPT'],
    ['.docx', '.pdf', 'PDF'],
    ['.odt', '.ods', 'ODS'],
    ['.xlsx', '.csv', null],
    ['.zip', '.rtf', 'RTF'],
    ['.geojson', '.csv', null],
    ['.csv', '.pdf', 'PDF'],
    ['.epub', '.odt', 'ODT'],
    ['.kmz', '.epub', 'EPUB'],
  ];
  for (const [ending, of, guess] of FALSE)
    it(`${of} is none by the name ${ending}`, () => {
      assert.equal(begins(ending, sampleDocument(of)), false);
      assert.equal(guessDocument(sampleDocument(of)), guess);
    });

  it('is no web page under another name', () => {
    const page = Buffer.from('\ufeff\n<!DOCTYPE html>\n<html><title>Connexion</title></html>');
    for (const ending of DOCUMENT_ENDINGS) assert.equal(begins(ending, page), false, ending);
    assert.equal(guessDocument(page), 'HTML');
  });

  it('may be a PDF behind some other bytes, and a table in UTF-16', () => {
    assert.equal(begins('.pdf', Buffer.from(`${'\n'.repeat(500)}%PDF-1.7`)), true);
    assert.equal(begins('.csv', Buffer.from('\ufeffnom;prix\n', 'utf16le')), true);
    assert.equal(begins('.csv', Buffer.from('nom;pr\0ix\n')), false);
  });

  it('may be a ZIP with nothing in it, and an office document whose first files tell nothing', () => {
    assert.equal(begins('.zip', Buffer.from('PK\x05\x06')), true);
    assert.equal(begins('.docx', sampleZip(['[Content_Types].xml', '_rels/.rels'])), true);
    assert.equal(begins('.odt', sampleZip(['content.xml'])), true);
  });

  it('is never judged by more than is there', () => {
    for (const ending of DOCUMENT_ENDINGS)
      for (let length = 0; length < 60; length++) begins(ending, sampleDocument(ending).subarray(0, length));
  });
});
