import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nginxSnippet } from './nginx.ts';

const INPUT = {
  baseUrl: 'https://portail.example',
  furnitureMode: 'client' as const,
  participation: null,
  inlineHashes: ['abc='],
};

it('addresses come to nginx as it sorts them, or ten thousands would keep it from starting', () => {
  const exact = ['/vieux.html', '/é', '/vieux-titre', '/vieux/b', '/vieux/', '/vieux', '/Vieux'].map(
    from => ({
      from,
      question: null,
      to: '/chine/',
    }),
  );
  const text = nginxSnippet({ exact, folders: [] }, INPUT);
  const order = [...text.matchAll(/^ {4}location = "(.*)" \{$/gm)].map(([, from]) => from);
  assert.deepEqual(order, [
    '/404.html',
    '/Vieux',
    '/vieux',
    '/vieux/',
    '/vieux/b',
    '/vieux-titre',
    '/vieux.html',
    '/é',
  ]);
});
