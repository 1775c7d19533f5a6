// What an owner may type for a place, and what is said of all else.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readTarget, WrongTarget } from './read-target.ts';

function read(text: string) {
  const target = readTarget(text);
  assert.ok(!(target instanceof WrongTarget), text);
  const { place, ...rest } = target;
  assert.equal(place, text);
  return rest;
}

function sentence(text: string): string {
  const target = readTarget(text);
  assert.ok(target instanceof WrongTarget, text);
  return target.sentence;
}

describe('the address of a folder', () => {
  it('is a path, absolute or not, as shells give it', () => {
    for (const path of ['site', '../site', '/srv/www/site', './a b/50 %25/é', 'a?b#c'])
      assert.deepEqual(read(`file:${path}`), { kind: 'folder', path });
  });

  it('is a URL after two slashes, with its escapes', () => {
    assert.deepEqual(read('file:///srv/www/mon%20site'), { kind: 'folder', path: '/srv/www/mon site' });
    assert.deepEqual(read('file://localhost/srv'), { kind: 'folder', path: '/srv' });
  });

  it('is on this machine, and not missing', () => {
    assert.match(sentence('file:'), /Il manque le dossier/);
    assert.match(sentence('file://serveur/srv'), /de cette machine/);
    assert.match(sentence('file:///srv%2Fwww'), /de cette machine/);
  });
});

describe('the address of a bucket', () => {
  it('has a name, and a prefix if it is not the whole bucket', () => {
    const bucket = { kind: 'bucket', bucket: 'mon-journal.fr' };
    assert.deepEqual(read('s3://mon-journal.fr'), { ...bucket, prefix: '' });
    assert.deepEqual(read('s3://mon-journal.fr/'), { ...bucket, prefix: '' });
    assert.deepEqual(read('S3://mon-journal.fr/a/été/'), { ...bucket, prefix: 'a/été' });
  });

  it('may say where the service is, and how the bucket is named there', () => {
    assert.deepEqual(
      read('s3://journal/site?endpoint=https://s3.fr-par.scw.cloud&region=fr-par&path-style'),
      {
        kind: 'bucket',
        bucket: 'journal',
        prefix: 'site',
        endpoint: 'https://s3.fr-par.scw.cloud',
        region: 'fr-par',
        pathStyle: true,
      },
    );
    assert.equal((read('s3://journal?path-style=false') as { pathStyle?: boolean }).pathStyle, false);
  });

  it('is refused with words on what is wrong', () => {
    const wrong: Readonly<Record<string, RegExp>> = {
      's3:journal': /ni un dossier, ni un compartiment/,
      's3://': /Il manque le nom du compartiment/,
      's3:///site': /Il manque le nom du compartiment/,
      's3://Journal': /«\u00a0Journal\u00a0» n’est pas un nom de compartiment/,
      's3://ab': /n’est pas un nom de compartiment/,
      's3://journal/a//b': /partie vide/,
      's3://journal/../autre': /partie vide/,
      's3://journal?regoin=fr-par': /réglage .* inconnu/,
      's3://journal?region=a&region=b': /donné deux fois/,
      's3://journal?region=fr par': /«\u00a0region\u00a0»/,
      's3://journal?endpoint=s3.fr-par.scw.cloud': /«\u00a0endpoint\u00a0»/,
      's3://journal?endpoint=ftp://s3.fr': /«\u00a0endpoint\u00a0»/,
      's3://journal?path-style=oui': /«\u00a0path-style\u00a0»/,
      's3://journal/a#b': /réglage/,
    };
    for (const [text, words] of Object.entries(wrong)) assert.match(sentence(text), words, text);
  });
});

describe('the address of a server', () => {
  it('has a name, a folder, perhaps a user and a port', () => {
    const server = { kind: 'server', path: '/srv/site' };
    assert.deepEqual(read('ssh://www.exemple.fr/srv/site/'), { ...server, destination: 'www.exemple.fr' });
    assert.deepEqual(read('ssh://marie@www:2222/srv/site'), {
      ...server,
      destination: 'marie@www',
      port: 2222,
    });
    assert.deepEqual(read('ssh://marie@[::1]:22/srv/site'), {
      ...server,
      destination: 'marie@::1',
      port: 22,
    });
    assert.deepEqual(read('ssh://www/~/site'), { ...server, path: 'site', destination: 'www' });
  });

  it('is never an option of a program', () => {
    for (const text of [
      'ssh://-oProxyCommand=touch%20a/srv',
      'ssh://-F@www/srv',
      'ssh://a b/srv',
      'ssh://$(a)/srv',
    ])
      assert.match(sentence(text), /incomplète/);
  });

  it('needs a folder, and a port that there is', () => {
    for (const text of [
      'ssh://',
      'ssh:www/srv',
      'ssh://www',
      'ssh://www/',
      'ssh://www/~/',
      'ssh://www:0/a',
      'ssh://www:70000/a',
      'ssh://www:/a',
    ])
      assert.match(sentence(text), /incomplète/, text);
  });
});

describe('what is no address', () => {
  it('is told with the forms that there are', () => {
    for (const text of ['_site', 'https://exemple.fr', 'rsync://www/srv', 'C:\\site', '/srv/site'])
      assert.match(
        sentence(text),
        /«\u00a0file:dossier\u00a0», «\u00a0s3:\/\/compartiment\/préfixe\u00a0» ou/,
      );
    assert.match(sentence('  '), /Il manque la destination/);
    assert.match(sentence('file:a\nb'), /caractère invisible/);
  });

  it('never has a secret said again', () => {
    const secret = 'wJalrXUtnFEMI';
    for (const text of [
      `s3://AKIA:${secret}@journal/site`,
      `s3://AKIA:${secret}/site`,
      `s3://journal/site?secret=${secret}`,
      `s3://journal/site?endpoint=https://a:${secret}@s3.fr`,
      `ssh://marie:${secret}@www/srv`,
      `ssh://marie:${secret}@www/`,
      `ssh://marie:${secret}@www`,
      `file://marie:${secret}@www/srv`,
      `https://marie:${secret}@www/srv`,
    ])
      assert.ok(!sentence(text).includes(secret), text);
  });

  it('is a sentence, whatever is typed', () => {
    const typed = fc
      .tuple(
        fc.constantFrom('', 'file:', 'file://', 's3://', 's3://journal/', 's3://a?', 'ssh://', 'ssh://a@b'),
        fc.string({ unit: fc.constantFrom(...'aZ9é-_.~:@/?#[]%&=+ \n\u202e🎉', '\ud800') }),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(typed, text => {
        const target = readTarget(text);
        if (target instanceof WrongTarget) assert.match(target.sentence, /^[«A-ZÀ-Ý][^\n]*\.$/u);
        else assert.equal(target.place, text);
      }),
    );
  });
});
