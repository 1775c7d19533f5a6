// Passkeys of editors: who may add one, whom it lets in, and what of an answer has to be right.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import { MINUTE } from '../../src/time/durations.ts';
import { SERVICE, type ServiceUnderTest, serviceUnderTest } from './service-under-test.ts';
import { OWN, pageOf, signIn } from './signed-in.ts';

/** What an authenticator says, of which a test may get something wrong. */
interface Said {
  readonly type?: string;
  readonly origin?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  readonly host?: string;
  readonly flags?: number;
  readonly id?: string;
  readonly key?: KeyObject;
}

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** An authenticator with one key (WebAuthn, § 6.1): what a browser makes of it as JSON. */
function authenticator(kind: 'ec' | 'ed25519' | 'rsa' = 'ec') {
  const { publicKey, privateKey } =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
      : kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ed25519');
  const own = sha256(publicKey.export({ type: 'spki', format: 'der' })).toString('base64url');
  const parts = (type: string, challenge: string, said: Said) => ({
    clientDataJSON: Buffer.from(
      JSON.stringify({
        type: said.type ?? type,
        challenge: said.challenge ?? challenge,
        origin: said.origin ?? SERVICE,
        crossOrigin: said.crossOrigin ?? false,
      }),
    ),
    authenticatorData: Buffer.concat([
      sha256(said.host ?? new URL(SERVICE).hostname),
      Buffer.from([said.flags ?? 0b101]),
      Buffer.alloc(4),
    ]),
  });
  const inText = (bytes: Readonly<Record<string, Buffer>>): Record<string, string> =>
    Object.fromEntries(Object.entries(bytes).map(([name, value]) => [name, value.toString('base64url')]));
  return {
    id: own,
    create(challenge: string, said: Said = {}): string {
      const bytes = parts('webauthn.create', challenge, said);
      const spki = (said.key ?? publicKey).export({ type: 'spki', format: 'der' });
      return JSON.stringify({
        id: said.id ?? own,
        type: 'public-key',
        response: inText({ ...bytes, publicKey: spki }),
      });
    },
    get(challenge: string, said: Said = {}): string {
      const bytes = parts('webauthn.get', challenge, said);
      const signed = Buffer.concat([bytes.authenticatorData, sha256(bytes.clientDataJSON)]);
      const signature = sign(kind === 'ed25519' ? null : 'sha256', signed, said.key ?? privateKey);
      return JSON.stringify({
        id: said.id ?? own,
        type: 'public-key',
        response: inText({ ...bytes, signature }),
      });
    },
  };
}

/** The challenge in a page's form. */
function challengeIn(text: string): string {
  return /&quot;challenge&quot;:&quot;([\w-]+)&quot;/.exec(text)?.[1] ?? '';
}

/** Adds a key as an editor does who came by a link. */
async function add(
  service: ServiceUnderTest,
  key: ReturnType<typeof authenticator>,
  name = 'Jeanne',
  said?: Said,
) {
  const headers = await signIn(service);
  const { text, token } = await pageOf(service, headers, '/moderation/cles');
  const answer = key.create(challengeIn(text), said);
  return (await service.form('/moderation/cles', { token, name, answer }, { headers })).status;
}

/** Enters as an editor does who has a key. */
async function enter(service: ServiceUnderTest, key: ReturnType<typeof authenticator>, said?: Said) {
  const { text } = await pageOf(service, {});
  const answer = await service.form(
    '/moderation/entrer/cle',
    { answer: key.get(challengeIn(text), said) },
    { headers: OWN },
  );
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  return { status: answer.status, headers: { ...OWN, ...(cookie !== undefined && { cookie }) } };
}

describe('a passkey', () => {
  for (const kind of ['ec', 'ed25519', 'rsa'] as const)
    it(`(${kind}) opens the moderation, and signs what its editor decides`, async () => {
      await using service = await serviceUnderTest();
      const key = authenticator(kind);
      assert.doesNotMatch((await pageOf(service, {})).text, /clé d’accès<\/button>/);
      assert.equal(await add(service, key), 303);
      assert.match((await pageOf(service, {})).text, /Entrer avec une clé d’accès<\/button>/);
      await service.comment();
      const { id } = (await service.store.comments('pending'))[0]!;
      const { status, headers } = await enter(service, key);
      assert.equal(status, 303);
      const { token } = await pageOf(service, headers);
      await service.form('/moderation', { act: 'approve', id, token }, { headers });
      assert.equal((await service.store.comment(id))!.status, 'approved');
      assert.equal((await service.store.audit(1))[0]!.who, 'Jeanne');
      assert.equal((await service.store.passkeys())[0]!.used, service.now);
    });

  it('is added by whoever came by a link, and by nobody else', async () => {
    await using service = await serviceUnderTest();
    const [first, second] = [authenticator(), authenticator()];
    await add(service, first);
    const { headers } = await enter(service, first);
    const { text, token } = await pageOf(service, headers, '/moderation/cles');
    assert.match(text, /entrez d’abord par un lien/);
    const byLink = challengeIn((await pageOf(service, await signIn(service), '/moderation/cles')).text);
    const fields = { token, name: 'Paul', answer: second.create(byLink) };
    assert.equal((await service.form('/moderation/cles', fields, { headers })).status, 403);
    assert.equal((await service.form('/moderation/cles', fields, { headers: OWN })).status, 403);
    assert.equal((await service.store.passkeys()).length, 1);
  });

  it('has a name of its own, and is known once', async () => {
    await using service = await serviceUnderTest();
    const key = authenticator();
    assert.equal(await add(service, key, '  '), 422);
    assert.equal(await add(service, key, 'a'.repeat(41)), 422);
    assert.equal(await add(service, key), 303);
    assert.equal(await add(service, authenticator()), 422);
    assert.equal(await add(service, key, 'Paul'), 422);
  });

  for (const [what, said] of [
    ['of another page', { origin: 'https://ailleurs.example' }],
    ['of a page within another', { crossOrigin: true }],
    ['for another host', { host: 'ailleurs.example' }],
    ['without a person', { flags: 0b100 }],
    ['of a person who did not show who they are', { flags: 0b001 }],
    ['to another challenge', { challenge: 'a'.repeat(51) }],
    ['to none', { challenge: '' }],
    ['of another kind', { type: 'webauthn.delete' }],
  ] as const)
    it(`is refused with an answer ${what}`, async () => {
      await using service = await serviceUnderTest();
      const key = authenticator();
      assert.equal(await add(service, key, 'Jeanne', said), 400);
      assert.deepEqual(await service.store.passkeys(), []);
      await add(service, key);
      assert.equal((await enter(service, key, said)).status, 403);
      assert.equal((await enter(service, key)).status, 303);
    });

  it('is refused with the signature of another key, and with a key that is too weak or none', async () => {
    await using service = await serviceUnderTest();
    const key = authenticator();
    await add(service, key);
    const other = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    assert.equal((await enter(service, key, { key: other.privateKey })).status, 403);
    assert.equal((await enter(service, authenticator())).status, 403);
    for (const weak of [
      generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey,
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey,
    ])
      assert.equal(await add(service, authenticator(), 'Paul', { key: weak }), 400);
    for (const answer of ['', '{', 'null', '{"id":1}', '[]'])
      assert.equal((await service.form('/moderation/entrer/cle', { answer }, { headers: OWN })).status, 403);
  });

  it('answers to a challenge once, in five minutes, and not to one for something else', async () => {
    await using service = await serviceUnderTest();
    const key = authenticator();
    await add(service, key);
    const challenge = challengeIn((await pageOf(service, {})).text);
    const send = async (of: string) =>
      (await service.form('/moderation/entrer/cle', { answer: key.get(of) }, { headers: OWN })).status;
    assert.equal(await send(challenge), 303);
    assert.equal(await send(challenge), 403);
    assert.equal(await send(`${challenge}=`), 403);
    const late = challengeIn((await pageOf(service, {})).text);
    const toAdd = challengeIn((await pageOf(service, await signIn(service), '/moderation/cles')).text);
    assert.equal(await send(toAdd), 403);
    service.now += 5 * MINUTE;
    assert.equal(await send(late), 403);
  });

  it('that is taken away opens nothing, and ends what it opened', async () => {
    await using service = await serviceUnderTest();
    const key = authenticator();
    await add(service, key);
    const { headers } = await enter(service, key);
    assert.equal((await pageOf(service, headers)).status, 200);
    const byLink = await signIn(service);
    const { token } = await pageOf(service, byLink, '/moderation/cles');
    await service.form('/moderation/cles', { token, revoke: key.id }, { headers: byLink });
    assert.equal((await pageOf(service, headers)).status, 403);
    assert.equal((await pageOf(service, byLink)).status, 200);
    assert.equal((await enter(service, key)).status, 403);
    assert.deepEqual(
      (await service.store.audit(2)).map(({ who, act, comment }) => [who, act, comment]),
      [
        ['moderation', 'key-revoked', 'Jeanne'],
        ['moderation', 'key-added', 'Jeanne'],
      ],
    );
  });
});

describe('a service at an address without a name', () => {
  it('says that no passkey can be there', async () => {
    await using service = await serviceUnderTest({ PARTICIPATION_URL: 'http://127.0.0.1:8081' });
    const send = (path: string, init: RequestInit = {}) =>
      service.send(path, { ...init, headers: { host: '127.0.0.1:8081', ...(init.headers as object) } });
    const { givePass } = await import('../../src/participation/moderation-pass.ts');
    const cookie = `moderation=${await givePass(service.store, 'session', service.now)}`;
    const page = await send('/moderation/cles', { headers: { cookie } });
    assert.match(await page.text(), /n’a pas de nom de domaine/);
  });
});
