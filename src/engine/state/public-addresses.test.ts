// Where a state is looked for that nobody should be able to read.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { publicAddresses } from './public-addresses.ts';

const AT = 'https://journal.fr';

function addresses(
  target: string,
  stateTarget: string,
  { baseUrl = AT, environment = {} }: { baseUrl?: string; environment?: Record<string, string> } = {},
): readonly string[] {
  return publicAddresses({ target, stateTarget, baseUrl }, 'lock', environment);
}

it('is looked for beside the site, where its address has a folder and where it has none', () => {
  const beside = ['file:/srv/site', 'file:/srv/site.state'] as const;
  assert.deepEqual(addresses(...beside), [`${AT}/site.state/lock`]);
  assert.deepEqual(addresses(...beside, { baseUrl: `${AT}/presse` }), [`${AT}/site.state/lock`]);
  assert.deepEqual(addresses(...beside, { baseUrl: `${AT}/a/site` }), [`${AT}/a/site.state/lock`]);
  assert.deepEqual(addresses('file:/srv/www/site', 'file:/srv/état'), [`${AT}/%C3%A9tat/lock`]);
  assert.deepEqual(addresses('ssh://a@h/srv/site', 'ssh://a@h/srv/etat'), [`${AT}/etat/lock`]);
});

it('is looked for at the bucket’s own address', () => {
  assert.deepEqual(addresses('s3://seau/site', 's3://seau/site.state'), [
    `${AT}/site.state/lock`,
    'https://seau.s3.amazonaws.com/site.state/lock',
  ]);
  assert.deepEqual(addresses('s3://seau', 's3://autre/etat?region=eu-west-3'), [
    'https://autre.s3.eu-west-3.amazonaws.com/etat/lock',
  ]);
  assert.deepEqual(addresses('s3://seau', 's3://mon.etat'), ['https://s3.amazonaws.com/mon.etat/lock']);
  const environment = { AWS_ENDPOINT_URL: 'https://s3.fr-par.scw.cloud' };
  assert.deepEqual(addresses('s3://seau', 's3://etat', { environment }), [
    'https://s3.fr-par.scw.cloud/etat/lock',
  ]);
  const hosts = 's3://etat?endpoint=https://s3.fr-par.scw.cloud&path-style=false';
  assert.deepEqual(addresses('s3://seau', hosts), ['https://etat.s3.fr-par.scw.cloud/lock']);
});

it('is not looked for where it is elsewhere, nor at names that are nobody’s', () => {
  assert.deepEqual(addresses('s3://seau/site', 'file:/srv/etat'), []);
  assert.deepEqual(addresses('ssh://a@h/srv/site', 'ssh://a@autre/srv/etat'), []);
  for (const baseUrl of ['https://portail.example', 'https://www.example.com', 'https://a.test'])
    assert.deepEqual(addresses('file:/srv/site', 'file:/srv/site.state', { baseUrl }), []);
});
