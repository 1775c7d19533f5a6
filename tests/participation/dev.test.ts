// `npm run dev -- --participation`: one command, and the forms of the site work.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startDev } from '../dev-process.ts';
import { article, miniSite } from '../mini-site.ts';

describe('the development server with a service of participation', () => {
  it('has forms that are answered, at the hour of the site, and a way to what they sent', async () => {
    using site = miniSite({ 'content/articles/2014/05/port.md': article() });
    const choices = ['oui', 'non'].map(slug => ({ slug, text: slug }));
    const poll = {
      slug: 'train',
      question: 'Le train ?',
      choices,
      opens: '2014-05-20',
      closes: '2014-05-21',
    };
    site.write('_data/polls.yaml', JSON.stringify([poll]));
    await using dev = await startDev(site, '--participation');
    await dev.says('la modération s’ouvre une fois à');
    const [, service = '', moderation = ''] = /reçus à (http:\S+)\u202f; .* (http:\S+)/.exec(dev.printed())!;
    const page = await (await dev.get('/chine/2014/05/20/port.html')).text();
    assert.ok(page.includes(`action="${service}/commentaires"`));
    const send = (path: string, fields: Readonly<Record<string, string>>) =>
      fetch(service + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: dev.origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields),
      });
    const sent = await send('/commentaires', { article: '/chine/2014/05/20/port.html', text: 'Bien.' });
    assert.equal(sent.status, 303);
    const thanks = sent.headers.get('location')!;
    assert.match(await (await fetch(thanks)).text(), /Votre commentaire est bien arrivé/);
    assert.equal((await send('/sondages/train/', { choice: 'oui' })).status, 303);
    assert.match(await (await fetch(moderation)).text(), /<button>Entrer/);
    // The data of the site say nothing of it.
    assert.doesNotMatch(site.read('_data/site.yaml'), /participation/);
  });
});
