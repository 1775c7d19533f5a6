// `npm run participation` from a comment to its file, and through the worst that may happen to a process.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { serveService } from '../../src/participation/serve.ts';
import { openSqlite } from '../../src/participation/store/sqlite-database.ts';
import { openStore } from '../../src/participation/store/store.ts';
import { runningService } from './running-service.ts';
import { ARTICLE } from './service-under-test.ts';

const FILES = { '/participation/2014-05.json': JSON.stringify([[ARTICLE, '2014/05/port', 'Le port']]) };

describe('the command', () => {
  it('takes a comment from the form to its file, and away again', async () => {
    await using service = await runningService(FILES);
    await service.start();
    const sent = await service.form('/commentaires', {
      article: ARTICLE,
      name: 'Jeanne',
      text: 'Bravo\u001b[2J !',
    });
    assert.deepEqual(
      [sent.status, sent.headers.get('location')],
      [303, `${service.site}/participation/merci/`],
    );

    const listed = service.act('list');
    assert.match(
      listed.stdout,
      /^[0-9A-Z]{26} {2}\d{4}-.* · Jeanne\n {2}Le port \(\/chine\/.*\)\n {2}Bravo\[2J !\n/,
    );
    const [{ id }] = JSON.parse(service.act('list', '--json').stdout) as [{ id: string }];
    assert.deepEqual([service.act('approve', id.toLowerCase()).stdout], [`${id}\u00a0: approuvé.\n`]);
    assert.equal(service.act('list').stdout, 'Aucun commentaire.\n');

    const report = { article: ARTICLE, commentaire: id, motif: 'insult', remarque: 'Voyez\u001b[2J.' };
    // By a connection of its own: while the commands ran, nobody saw the service end the one of before.
    const headers = { origin: service.origin, 'content-type': 'application/x-www-form-urlencoded' };
    const reported = request(`${service.origin}/signaler`, { method: 'POST', agent: false, headers });
    reported.end(new URLSearchParams(report).toString());
    const [answer] = (await once(reported, 'response')) as [IncomingMessage];
    assert.equal(answer.resume().statusCode, 303);
    assert.match(
      service.act('reports').stdout,
      /^[0-9A-Z]{26} {2}Jeanne\n {2}Le port .*\n {2}Bravo\[2J !\n {2}– Injure ou menace\u00a0: Voyez\[2J\.\n/,
    );
    assert.equal(service.act('dismiss', id).stdout, `${id}\u00a0: signalement classé.\n`);
    const again = service.act('dismiss', id);
    assert.deepEqual([again.status, /n’attend\.$/.test(again.stderr.trim())], [1, true]);
    assert.equal(service.act('reports').stdout, 'Aucun signalement n’attend.\n');

    mkdirSync(join(service.dir, 'content/articles/2014/05'), { recursive: true });
    writeFileSync(join(service.dir, 'content/articles/2014/05/port.md'), '');
    const file = join(service.dir, `content/comments/2014/05/port/${id}.yaml`);
    assert.match(service.act('export').stdout, /^1 commentaire en plus, 0 en moins, 0 déjà là\.\n/);
    assert.match(
      readFileSync(file, 'utf8'),
      /^date: \d{4}-.*Z\nname: "Jeanne"\ntext: \|-\n {2}Bravo\[2J !\n$/,
    );
    service.act('erase', id);
    assert.match(service.act('export').stdout, /^0 commentaires? en plus, 1 en moins/);
    assert.equal(existsSync(file), false);

    const copy = join(service.dir, 'copie.sqlite');
    assert.equal(service.act('backup', copy).status, 0);
    assert.deepEqual([service.act('backup', copy).status, service.act('backup').status], [2, 2]);
    const database = new DatabaseSync(copy, { readOnly: true });
    assert.deepEqual({ ...database.prepare('SELECT status FROM comments').get() }, { status: 'erased' });
    database.close();

    const link = /http:\S+/.exec(service.act('login').stdout)![0];
    assert.match(await (await fetch(link)).text(), /<button>Entrer<\/button>/);

    const store = await openStore(openSqlite(join(service.dir, 'avis.sqlite')));
    const key = { id: 'cle-1', name: 'Portable', publicKey: 'x', added: Date.parse('2014-05-20T12:00Z') };
    await store.addPasskey(key, { who: 'essai', at: key.added });
    await store.close();
    assert.equal(
      service.act('keys').stdout,
      'Portable\u00a0: ajoutée le 20.05.2014, jamais utilisée (cle-1)\n',
    );
    assert.match(service.act('revoke', 'Portable').stdout, /n’ouvre plus la modération/);
    assert.deepEqual(
      [service.act('revoke', 'Portable').status, service.act('keys').stdout],
      [1, 'Aucune clé d’accès.\n'],
    );

    assert.equal(await service.end('SIGTERM'), 0);
    for (const line of service.output.split('\n').filter(text => text.startsWith('{'))) {
      const { time, event } = JSON.parse(line);
      assert.ok(time && event);
    }
    assert.doesNotMatch(service.output, /127\.0\.0\.1"|Jeanne|Bravo|port\.html/);
  });

  it('says in French what it can’t do', async () => {
    await using service = await runningService(FILES, { PARTICIPATION_SITE: '' });
    const words = (...typed: readonly string[]) => {
      const { status, stderr } = service.act(...typed);
      return [status, stderr.split('\n')[0]];
    };
    assert.deepEqual(words(), [
      2,
      'La variable d’environnement PARTICIPATION_SITE manque\u202f; docs/participation.md dit ce qu’elle contient.',
    ]);
    assert.match(String(words('supprimer')[1]), /^«\u00a0supprimer\u00a0» n’est pas une action/);
    assert.match(String(words('approve')[1]), /^Indiquez le ou les commentaires/);
    assert.match(String(words('list', 'tout')[1]), /^«\u00a0tout\u00a0» est de trop/);
    assert.match(String(words('list', '--status', 'vu')[1]), /^«\u00a0vu\u00a0» n’est pas un état/);
    await using there = await runningService(FILES);
    const { status, stderr } = there.act('refuse', '01ARZ3NDEKTSV4RRFFQ69G5FAV');
    assert.deepEqual(
      [status, stderr],
      [1, 'Aucun commentaire n’a l’identifiant «\u00a001ARZ3NDEKTSV4RRFFQ69G5FAV\u00a0».\n'],
    );
  });

  it('says so when its database or its port is somebody else’s', async () => {
    const url = 'postgres://moi:secret@127.0.0.1:1/base';
    await using lost = await runningService(FILES, { DATABASE_URL: url });
    const { status, stderr } = lost.act('list');
    assert.deepEqual(
      [status, stderr],
      [
        3,
        'La base de données de DATABASE_URL ne répond pas comme il faut (ECONNREFUSED). Vérifiez l’adresse, le compte et son mot de passe.\n',
      ],
    );
    await using first = await runningService(FILES);
    await first.start();
    const second = first.act('serve');
    assert.equal(second.status, 3);
    assert.match(second.stderr, /^Le service ne peut pas écouter sur 127\.0\.0\.1:\d+ \(EADDRINUSE\)\./m);
  });
});

describe('a slow sender', () => {
  it('is let go, and others are answered meanwhile', async () => {
    const handle = async (request: Request) => new Response(await request.text());
    const served = await serveService(handle, { host: '127.0.0.1', port: 0 }, { requestTime: 500 });
    const socket = connect(served.port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\na');
    const ended = new Promise<void>(resolve => socket.once('close', () => resolve()));
    socket.on('error', () => {});
    socket.resume();
    const answer = await fetch(`http://127.0.0.1:${served.port}/`, { method: 'POST', body: 'vite' });
    assert.equal(await answer.text(), 'vite');
    await ended;
    await served.close();
  });
});
