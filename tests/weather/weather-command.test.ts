// `npm run weather`, as an owner or CI types it: what is printed, what is written, and the status.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { type Asked, localCdn, type Told } from '../purge/local-cdn.ts';
import { openMeteoPlaces, openMeteoTold } from './local-providers.ts';

const ROOT = join(import.meta.dirname, '../..');
const CITIES = `weatherCities:
  - { slug: pekin, name: Pékin }
  - { slug: le-port, name: Le Port, latitude: 48.85, longitude: 2.35, timeZone: Europe/Paris }
`;

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function portal(settings = CITIES): MiniSite {
  const site = miniSite({ 'content/articles/2014/05/port.md': article() });
  site.edit('_data/site.yaml', text => text + settings);
  return site;
}

async function weather(
  site: MiniSite,
  words: readonly string[] = [],
  tell: (asked: Asked) => Told = asked => openMeteoTold(openMeteoPlaces(asked, Date.now())),
): Promise<Ended & { readonly asked: readonly Asked[] }> {
  const server = await localCdn(tell);
  const env = { PATH: process.env.PATH, OPEN_METEO_URL: server.url, MET_NORWAY_URL: server.url };
  const ended = await new Promise<Ended>(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/weather.ts'), '--data', join(site.dir, '_data'), ...words],
      { cwd: ROOT, env, timeout: 60_000 },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
  await server.close();
  return { ...ended, asked: server.asked };
}

const REFUSED: Told = { status: 403 };

describe('npm run weather', () => {
  it('writes the weather of the cities that the portal names, and the portal shows it', async () => {
    using site = portal();
    const { status, stdout, stderr, asked } = await weather(site);
    assert.deepEqual([status, stderr, asked.length], [0, '', 1]);
    assert.match(stdout, /^Pékin\u00a0: relevé du \d\d\.\d\d\.\d{4} \d\dh\d\d\.$/m);
    assert.match(stdout, /^Météo écrite dans «\u00a0.*_data\u00a0»\u00a0: 2 villes\.$/m);
    // The gazetteer's coordinates, and those of the settings.
    const query = new URL(asked[0]!.path, 'http://localhost').searchParams;
    assert.match(query.get('latitude')!, /^39\.9\d*,48\.85$/);
    assert.equal(query.get('timezone'), 'auto,Europe/Paris');
    await site.built({ now: null });
    assert.match(site.page('/'), /Pékin<\/span> · .*Pluie faible · 20℃~10℃/);
    assert.match(site.page('/meteo/le-port/'), /Nuit claire/);
    assert.match(site.page('/meteo/'), /href="https:\/\/open-meteo\.com\/"/);

    const again = await weather(site);
    assert.equal(again.asked.length, 0);
    assert.match(again.stdout, /^Le Port\u00a0: le relevé du .* est récent, et n’a pas été redemandé\.$/m);
    assert.match(again.stdout, /^La météo n’a pas changé\u00a0: rien n’a été écrit\.$/m);
  });

  it('says what failed, and ends well all the same, unless it is told to be strict', async () => {
    using site = portal();
    const { status, stderr } = await weather(site, [], () => REFUSED);
    assert.equal(status, 0);
    assert.match(
      stderr,
      /^Pékin\u00a0: le service refuse de répondre\u00a0: .* \(HTTP 403\)\u202f; aucun relevé plus ancien n’est là/m,
    );
    assert.ok(!site.holds('_data/weather.json'));
    const strict = await weather(site, ['--strict', '--json'], () => REFUSED);
    assert.equal(strict.status, 3);
    const { cities, written } = JSON.parse(strict.stdout.trim().split('\n').at(-1)!);
    assert.equal(written, false);
    assert.equal(cities[1].failure.reason, 'refused');
  });

  it('asks for nothing where no city is named, where the portal stands still, and where the weather has another form', async () => {
    using site = portal('');
    const none = await weather(site);
    assert.deepEqual([none.status, none.asked.length], [0, 0]);
    assert.match(none.stderr, /weatherCities/);
    assert.equal((await weather(site, ['--strict'])).status, 3);

    using stopped = portal(`${CITIES}clock: 2014-05-20T15:30:00+08:00\n`);
    const still = await weather(stopped);
    assert.deepEqual([still.status, still.asked.length], [0, 0]);
    assert.match(still.stderr, /arrêté au 20\.05\.2014 15h30/);

    using other = portal();
    other.write('_data/weather.yaml', 'date: 2014-05-20\n');
    const twice = await weather(other);
    assert.deepEqual([twice.status, twice.asked.length], [2, 0]);
    assert.match(twice.stderr, /weather\.yaml/);
  });

  it('names what is wrong in the settings, and lets other data be wrong', async () => {
    using site = portal('weatherCities: [{ slug: pekin, name: Pékinn }]\n');
    const { status, stderr, asked } = await weather(site);
    assert.deepEqual([status, asked.length], [1, 0]);
    assert.match(
      stderr,
      /site\.yaml:\d+:\d+[\s\S]*La ville «\u00a0Pékinn\u00a0» n’est pas connue des cartes/,
    );

    using broken = portal();
    broken.write('_data/weather.json', '<<<<<<< HEAD\n');
    broken.write('_data/topics.yaml', '- {');
    const mended = await weather(broken);
    assert.equal(mended.status, 0);
    assert.match(mended.stderr, /n’était pas lisible/);
    assert.equal(JSON.parse(broken.read('_data/weather.json')).cities.length, 2);
  });
});
