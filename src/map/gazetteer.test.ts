import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closestWord } from '../source/closest-word.ts';
import { findPlace, namesakes, placeNames, places } from './gazetteer.ts';

describe('the name of a place in front matter', () => {
  it('leads to where the place is', () => {
    assert.deepEqual(findPlace('Bamako'), {
      name: 'Bamako',
      latitude: 12.64,
      longitude: -8,
      country: 'ML',
    });
  });

  it('may be another that the place has', () => {
    for (const [typed, name] of [
      ['Beijing', 'Pékin'],
      ['Kyïv', 'Kiev'],
      ['Kyiv', 'Kiev'],
      ['Cairo', 'Le Caire'],
      ['Guangzhou', 'Canton'],
      ['Saïgon', 'Hô Chi Minh-Ville'],
      ['Mumbai', 'Bombay'],
    ] as const)
      assert.equal(findPlace(typed)?.name, name);
  });

  it('may be typed without accents, capitals, hyphens or the right apostrophe', () => {
    for (const [typed, name] of [
      ['québec', 'Québec'],
      ['PEKIN', 'Pékin'],
      ['Port au Prince', 'Port-au-Prince'],
      ["N'Djamena", 'N’Djamena'],
      ['Ndjamena', 'N’Djamena'],
      ['St-Malo', 'Saint-Malo'],
      ['St. Pétersbourg', 'Saint-Pétersbourg'],
      ['Tromso', 'Tromsø'],
      ['Lodz', 'Lodz'],
      ['Łódź', 'Lodz'],
      ["Xi'an", 'Xi’an'],
    ] as const)
      assert.equal(findPlace(typed)?.name, name);
  });

  it('leads nowhere when the gazetteer lacks it, and the nearest name can be suggested', () => {
    assert.equal(findPlace('Ouagadougo'), null);
    assert.equal(closestWord('Ouagadougo', placeNames), 'Ouagadougou');
    assert.equal(findPlace(''), null);
  });

  it('tells places of one name apart by what stands in brackets', () => {
    assert.equal(findPlace('Tripoli')?.country, 'LY');
    assert.equal(findPlace('Tripoli (Liban)')?.country, 'LB');
    assert.equal(findPlace('Valence')?.country, 'FR');
    assert.equal(findPlace('Valence (Espagne)')?.country, 'ES');
  });

  it('may mean several places, each of which has a writing of its own', () => {
    const bareNames = new Set(placeNames.map(name => name.replace(/ \(.*/, '')));
    const ambiguous = [...bareNames].filter(name => namesakes(name).length > 1);
    assert.deepEqual(ambiguous.sort(), [
      'George Town',
      'Newcastle',
      'Saint Louis',
      'Saint-Louis',
      'Tripoli',
      'Valence',
      'Victoria',
    ]);
    for (const name of ambiguous)
      for (const { place, writing } of namesakes(name)) {
        assert.deepEqual(findPlace(writing), place, writing);
        assert.deepEqual(namesakes(writing), [], writing);
      }
  });

  it('means one place where its hyphen, or a border through the town, tells it', () => {
    assert.equal(findPlace('Basse-Terre')?.country, 'GP');
    assert.equal(findPlace('Basseterre')?.country, 'KN');
    assert.equal(namesakes('basse terre').length, 2);
    assert.equal(findPlace('Georgetown')?.country, 'GY');
    assert.equal(findPlace('Rafah')?.country, 'PS');
    for (const name of ['Rafah', 'Paris', 'Londres', 'Hamilton']) assert.deepEqual(namesakes(name), []);
  });
});

describe('the gazetteer', () => {
  it('gives every place under its own name: no two are spelled alike', () => {
    for (const place of places) assert.deepEqual(findPlace(place.name), place);
    for (const name of placeNames) assert.notEqual(findPlace(name), null, name);
    assert.equal(new Set(placeNames).size, placeNames.length);
  });

  it('has every place at a spot of its own on Earth, to a hundredth of a degree', () => {
    for (const { name, latitude, longitude } of places) {
      assert.ok(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, name);
      for (const degrees of [latitude, longitude])
        assert.equal(Math.round(degrees * 100) / 100, degrees, name);
    }
    assert.equal(
      new Set(places.map(({ latitude, longitude }) => `${latitude} ${longitude}`)).size,
      places.length,
    );
  });

  it('has places in every member of the United Nations', () => {
    const countries = new Set(places.map(({ country }) => country));
    const members =
      'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU ' +
      'CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL ' +
      'IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM ' +
      'MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE ' +
      'SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW';
    const missing = members.split(' ').filter(code => !countries.has(code));
    assert.deepEqual(missing, []);
    assert.equal(members.split(' ').length, 193);
  });

  it('knows the seats of all provinces and regions of China', () => {
    const seats =
      'Pékin Tianjin Shijiazhuang Taiyuan Hohhot Shenyang Changchun Harbin Shanghai Nankin Hangzhou Hefei Fuzhou Nanchang ' +
      'Jinan Zhengzhou Wuhan Changsha Canton Nanning Haikou Chongqing Chengdu Guiyang Kunming Lhassa Xi’an Lanzhou Xining ' +
      'Yinchuan Ürümqi';
    for (const seat of seats.split(' ')) assert.equal(findPlace(seat)?.country, 'CN', seat);
  });
});
