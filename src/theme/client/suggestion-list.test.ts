import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionsFor } from './suggestion-list.ts';

const SUGGESTIONS = {
  topics: [['/sujets/energie/', 'Énergie'] as const],
  places: ['Shanghai', 'Sèvres'],
  sources: ['Quotidien'],
  titles: Array.from({ length: 20 }, (_, index) => [`/${index}`, `L’énergie à Shanghai, ${index}`] as const),
};

test('suggestions are topics, places and headlines of which each typed word begins a word', () => {
  assert.deepEqual(
    suggestionsFor('ÉNER', SUGGESTIONS)
      .slice(0, 2)
      .map(({ kind, url }) => [kind, url]),
    [
      ['topic', '/sujets/energie/'],
      ['title', '/0'],
    ],
  );
  assert.deepEqual(suggestionsFor('sev', SUGGESTIONS), [{ kind: 'place', text: 'Sèvres', url: null }]);
  assert.equal(suggestionsFor('shang ener', SUGGESTIONS)[0]!.kind, 'title');
});

test('there are no more than a reader can look over, and none of nothing', () => {
  assert.equal(suggestionsFor('e', SUGGESTIONS).length, 8);
  assert.deepEqual(suggestionsFor(' « ', SUGGESTIONS), []);
  assert.deepEqual(suggestionsFor('xyz', SUGGESTIONS), []);
});
