import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { typesetFrench } from './french.ts';

/** In the tables `~` is U+00A0 and `_` is U+202F, so that they can be seen. */
function visible(text: string): string {
  return text.replaceAll('\u00A0', '~').replaceAll('\u202F', '_');
}

function table(name: string, rows: readonly (readonly [typed: string, printed: string])[]): void {
  describe(name, () => {
    for (const [typed, printed] of rows) {
      it(`${typed} → ${printed}`, () => {
        const once = typesetFrench(typed);
        assert.equal(visible(once), printed);
        assert.equal(visible(typesetFrench(once)), printed, 'a second pass changes nothing');
      });
    }
  });
}

table('high punctuation has a narrow no-break space before it', [
  ['Quoi?', 'Quoi_?'],
  ['Quoi ?', 'Quoi_?'],
  ['Quoi  ?', 'Quoi_?'],
  ['Quoi\u00A0? Oui', 'Quoi_? Oui'],
  ['Vraiment?!', 'Vraiment_?!'],
  ['Non!!!', 'Non_!!!'],
  ['Oui; non', 'Oui_; non'],
  ['Oui ;', 'Oui_;'],
  ['(Quoi?)', '(Quoi_?)'],
  ['Quoi...?', 'Quoi…_?'],
  ['Le pourcentage (?) annoncé', 'Le pourcentage (?) annoncé'],
  ['?', '?'],
  ['Yahoo!Mail', 'Yahoo!Mail'],
  ['Yahoo! Mail et Yahoo!', 'Yahoo! Mail et Yahoo!'],
  ['Yahoo! a annoncé', 'Yahoo! a annoncé'],
  ['Quel Yahoo !', 'Quel Yahoo_!'],
  ['Hourra! cria-t-il', 'Hourra_! cria-t-il'],
  ['a != b', 'a != b'],
]);

table('a colon has a no-break space before it', [
  ['Voici:', 'Voici~:'],
  ['Voici : tout', 'Voici~: tout'],
  ['Il dit: oui', 'Il dit~: oui'],
  ['Quoi ? : rien', 'Quoi_?~: rien'],
]);

table('guillemets are French, with no-break spaces inside', [
  ['«Bonjour»', '«~Bonjour~»'],
  ['« Bonjour »', '«~Bonjour~»'],
  ['"Bonjour"', '«~Bonjour~»'],
  ['" Bonjour "', '«~Bonjour~»'],
  ['“Bonjour”', '«~Bonjour~»'],
  ['Il dit: "Oui!"', 'Il dit~: «~Oui_!~»'],
  ['"Le mot "oui" suffit"', '«~Le mot “oui” suffit~»'],
  ['“Le mot “oui” suffit”', '«~Le mot “oui” suffit~»'],
  ['« Le mot "oui" suffit »', '«~Le mot “oui” suffit~»'],
  ['« Le mot « oui » suffit »', '«~Le mot «~oui~» suffit~»'],
  ['("Oui")', '(«~Oui~»)'],
  ['d\'"amour"', 'd’«~amour~»'],
  ['"Oui", "non"', '«~Oui~», «~non~»'],
  ['Un écran de 21"', 'Un écran de 21"'],
  ['Il dit "oui', 'Il dit "oui'],
  ['clé="valeur"', 'clé="valeur"'],
  ['"Alors?"', '«~Alors_?~»'],
  ['Un « long\nmot »', 'Un «~long\nmot~»'],
  ['"le mot \'riz\'"', '«~le mot “riz”~»'],
  ["« le mot 'riz' »", '«~le mot “riz”~»'],
  ["« l'an d'ici et l'eau »", '«~l’an d’ici et l’eau~»'],
  ['« le "mot \'riz\'" »', '«~le “mot “riz””~»'],
  ["\"l'esprit 'punk'\"", '«~l’esprit “punk”~»'],
  ["\"'Non', dit-il, 'jamais'.\"", '«~“Non”, dit-il, “jamais”.~»'],
  ['"du rock \'n\' roll"', '«~du rock ’n’ roll~»'],
  ["\"les Rolling' et l'an '68\"", '«~les Rolling’ et l’an ’68~»'],
  ['"le mot \'riz, dit-il"', "«~le mot 'riz, dit-il~»"],
  ['« comme " Revue " »', '«~comme “Revue”~»'],
  ['« comme “ Revue ” »', '«~comme “Revue”~»'],
  ['( """ )', '( """ )'],
  ['un "" vide', 'un "" vide'],
  ['un " " vide', 'un " " vide'],
  ['« Il a dit "oui"', '«~Il a dit “oui”'],
  ['il a dit "oui" »', 'il a dit “oui”~»'],
]);

table('apostrophes are curved', [
  ["l'an", 'l’an'],
  ["aujourd'hui", 'aujourd’hui'],
  ["L'Équipe qu'on attend", 'L’Équipe qu’on attend'],
  ["l'«ami»", 'l’«~ami~»'],
  ["mai '68", 'mai ’68'],
  ["l'1er mai", 'l’1er~mai'],
  ["les Rolling'", 'les Rolling’'],
  ['5\'10"', '5\'10"'],
  ["le mot 'oui'", "le mot 'oui'"],
  ["l'esprit 'punk'", "l’esprit 'punk'"],
  ["rock 'n' roll", 'rock ’n’ roll'],
]);

table('three dots are an ellipsis', [
  ['etc...', 'etc…'],
  ['Euh.....', 'Euh…'],
  ['...suite', '…suite'],
  ['../dossier', '../dossier'],
  ['.../dossier', '.../dossier'],
]);

table('spaced hyphens are dashes', [
  ['Paris - Pékin', 'Paris – Pékin'],
  ['un mot -- rare -- ici', 'un mot – rare – ici'],
  ['un mot --- rare', 'un mot — rare'],
  ['— Bonjour', '—~Bonjour'],
  ['2010-2014', '2010-2014'],
  ['après-midi', 'après-midi'],
  ['2 - 1', '2 - 1'],
  ['- 5', '- 5'],
  ['–5 °C', '–5~°C'],
  ['git --version', 'git --version'],
  ['une baisse de - 10 %', 'une baisse de −10~%'],
  ['une baisse de -10%', 'une baisse de −10~%'],
  ['un recul de - 3,5 points', 'un recul de −3,5 points'],
  ['entre - 5 et - 10 %', 'entre −5 et −10~%'],
  ['Renault : - 5 %, Fiat (- 3 %)', 'Renault~: −5~%, Fiat (−3~%)'],
  ['-20 000 €', '−20_000~€'],
  ['Renault -5 %', 'Renault −5~%'],
  ['de 5 -10 %', 'de 5 -10~%'],
  ['Renault - 5 %', 'Renault – 5~%'],
  ['de - 10 % à - 12 °C', 'de −10~% à −12~°C'],
  ['de - 10', 'de – 10'],
  ['Renault - 10 % de moins', 'Renault – 10~% de moins'],
]);

table('ordinals are short', [
  ['1ère', '1re'],
  ['1ères places', '1res places'],
  ['2ème', '2e'],
  ['3ièmes', '3es'],
  ['21eme', '21e'],
  ['2è place', '2e place'],
  ['21è', '21e'],
  ['1è', '1è'],
  ['XIXè siècle', 'XIXe~siècle'],
  ['2éme', '2e'],
  ['10 000e visiteur', '10_000e visiteur'],
  ['1.500e anniversaire', '1_500e anniversaire'],
  ['1.500ème', '1_500e'],
  ['XXème siècle', 'XXe~siècle'],
  ['XXIe siècle', 'XXIe~siècle'],
  ['1er mai', '1er~mai'],
  ['2nde', '2nde'],
  ['Ième', 'Ième'],
  ['Xavière', 'Xavière'],
]);

table('hours are spaced', [
  ['13h43', '13~h~43'],
  ['13 h 43', '13~h~43'],
  ['14 h 05', '14~h~05'],
  ['à 13h', 'à 13~h'],
  ['13 h.', '13~h.'],
  ['8h-20h', '8~h-20~h'],
  ['24h/24', '24~h/24'],
  ['20.05.2014 13h43', '20.05.2014 13~h~43'],
  ['12:30', '12:30'],
  ['12:30:05', '12:30:05'],
  ['100 km/h', '100~km/h'],
  ['0x13h', '0x13h'],
  ['3 h 20 000', '3~h 20_000'],
  ['8H05', '8~h~05'],
  ['8 H 05', '8~h~05'],
  ['24H du Mans', '24H du Mans'],
  ['13h/14h', '13~h~/~14~h'],
  ['13h30/14h30', '13~h~30~/~14~h~30'],
  ['A8H05', 'A8H05'],
]);

table('thousands are parted by a narrow no-break space', [
  ['2.077', '2_077'],
  ['2 077', '2_077'],
  ['1 234 567', '1_234_567'],
  ['1.234.567', '1_234_567'],
  ['2.077 kilomètres', '2_077 kilomètres'],
  ['2 077,5', '2_077,5'],
  ['2077', '2077'],
  ['en 2014', 'en 2014'],
  ['1,18', '1,18'],
  ['0.125', '0.125'],
  ['20.05.2014', '20.05.2014'],
  ['3.1.8', '3.1.8'],
  ['version 3.141', 'version 3.141'],
  ['Perl 5.001', 'Perl 5.001'],
  ['cote 338.894 CAR', 'cote 338.894 CAR'],
  ['Cote : 338.894', 'Cote~: 338.894'],
  ['à la cote 338.894', 'à la cote 338.894'],
  ['la pelote 338.894', 'la pelote 338_894'],
  ['Renault 12.500 voitures', 'Renault 12_500 voitures'],
  ['12.500 PME', '12_500 PME'],
  ['10.000m', '10_000~m'],
  ['10 000km', '10_000~km'],
  ['192.168.100.200', '192.168.100.200'],
  ['01 23 45 67 89', '01 23 45 67 89'],
  ['0 800 123 456', '0 800 123 456'],
  ['+33 123 456 789', '+33 123 456 789'],
  ['en 2014 300 personnes', 'en 2014 300 personnes'],
  ['12 3456', '12 3456'],
]);

table('units stay with their number', [
  ['10%', '10~%'],
  ['10 %', '10~%'],
  ['10 %.', '10~%.'],
  ['5€', '5~€'],
  ['5 €', '5~€'],
  ['$10', '$10'],
  ['15 km', '15~km'],
  ['15 km²', '15~km²'],
  ['10 m2', '10~m2'],
  ['10m2', '10~m2'],
  ['20 km3', '20~km3'],
  ['10km', '10~km'],
  ['20km/h', '20~km/h'],
  ['100m', '100~m'],
  ['1,5km', '1,5~km'],
  ['un iPhone 5s, la 3G et le 4x4', 'un iPhone 5s, la 3G et le 4x4'],
  ['10 m25', '10 m25'],
  ['192.168.0.1km', '192.168.0.1~km'],
  ['5 M€ et 12 Md€', '5~M€ et 12~Md€'],
  ['5M€', '5~M€'],
  ['5k€', '5~k€'],
  ["12 Mds d'euros", '12~Mds d’euros'],
  ['5 $US', '5~$US'],
  ['5$US', '5~$US'],
  ['5 $ US', '5~$~US'],
  ['5 $', '5~$'],
  ['1,18 million', '1,18~million'],
  ['3 milliards de dollars', '3~milliards de dollars'],
  ['20 mai 2014', '20~mai 2014'],
  ['25°C', '25~°C'],
  ['45° nord', '45° nord'],
  ['10%20', '10%20'],
  ['3 maisons', '3 maisons'],
  ["20 l'eau", '20 l’eau'],
]);

table('titles and references stay with what follows', [
  ['M. Qin', 'M.~Qin'],
  ['MM. Li et Wang', 'MM.~Li et Wang'],
  ['Mme Hollande', 'Mme~Hollande'],
  ['Dr Li', 'Dr~Li'],
  ['n° 5', 'n°~5'],
  ['n°5', 'n°~5'],
  ['nº5', 'n°~5'],
  ['Nº 5', 'N°~5'],
  ['M. de Villepin', 'M.~de Villepin'],
  ["M. d'Ormesson", 'M.~d’Ormesson'],
  ['M. de La Rochefoucauld', 'M.~de La Rochefoucauld'],
  ['M. de la Rochefoucauld', 'M.~de la Rochefoucauld'],
  ['Mme von der Leyen', 'Mme~von der Leyen'],
  ['M. de retour', 'M. de retour'],
  ['p. 12', 'p.~12'],
  ['pp. 12-15', 'pp.~12-15'],
  ['§ 3', '§~3'],
  ['Le film. Il plaît', 'Le film. Il plaît'],
]);

table('certain words have the accent of their capital', [
  ['Etats-Unis', 'États-Unis'],
  ['Etat.fr et l’Eglise.', 'Etat.fr et l’Église.'],
  ['ETATS-UNIS', 'ÉTATS-UNIS'],
  ["l'Etat", 'l’État'],
  ['Egypte', 'Égypte'],
  ["L'Equipe", 'L’Équipe'],
  ['Ecole', 'École'],
  ['Eglise', 'Église'],
  ['Ethiopie', 'Éthiopie'],
  ['Eric', 'Eric'],
  ['A Paris', 'A Paris'],
  ['Etatique', 'Etatique'],
  ['#Etat', '#Etat'],
  ['Education', 'Education'],
  ['Emerging Economies', 'Emerging Economies'],
  ['Economies of scale', 'Economies of scale'],
  ["Economies d'énergie", 'Économies d’énergie'],
  ['Les Economies', 'Les Économies'],
  ['Economie', 'Économie'],
]);

table('what is not prose stays as typed', [
  ['https://quotidien.example/a?b=c;d:e!f', 'https://quotidien.example/a?b=c;d:e!f'],
  ["https://quotidien.example/l'an...", "https://quotidien.example/l'an…"],
  ['Voir https://quotidien.example/!', 'Voir https://quotidien.example/_!'],
  ['Voir https://quotidien.example/a?', 'Voir https://quotidien.example/a_?'],
  ['www.quotidien.example/2.077', 'www.quotidien.example/2.077'],
  ["o'neil@quotidien.example", "o'neil@quotidien.example"],
  ['redaction@quotidien.example: écrivez', 'redaction@quotidien.example~: écrivez'],
  ['mailto:redaction@quotidien.example', 'mailto:redaction@quotidien.example'],
  ['&amp; &#39; &#x27;', '&amp; &#39; &#x27;'],
  ['R&D;', 'R&D_;'],
  ['16:9', '16:9'],
  ['foo:bar', 'foo:bar'],
  ['std::vector', 'std::vector'],
  ['C:\\Temp\\a...b', 'C:\\Temp\\a...b'],
  [':-) ;-) :)', ':-) ;-) :)'],
  ['merci :)', 'merci :)'],
  [':smile:', ':smile:'],
  ['{{ "a" }} et {% if a?b %}', '{{ "a" }} et {% if a?b %}'],
  ['<b class="a">', '<b class="a">'],
  ['', ''],
  [' ', ' '],
]);

const fragments = fc.oneof(
  fc.constantFrom(...';:!?"\'«»“”’.,()[]{}%-—–…/\\&@<>=|0123456789aehmE \n\u00A0\u202F\uFFFC'),
  fc.constantFrom(
    'ème',
    'ère',
    '2.077',
    '13h43',
    'M. ',
    'Qin',
    ' km',
    "l'",
    '...',
    'https://',
    'x.fr',
    '&amp;',
  ),
  fc.constantFrom(
    '{{',
    '}}',
    'Etat',
    ' - ',
    'n°',
    ' mai',
    ' siècle',
    'XX',
    ' €',
    '°C',
    'a@b.fr',
    ':-)',
    '  ',
    ...["'mot'", "'n'", '"""', '« ', ' »', '" ', ' "', 'de - 10 %', '-10', '2è', 'XIXè', '1.500e', '10km'],
    ...['5 $ US', 'M. de ', 'Yahoo!', 'Economies ', 'Perl ', 'm2', '/', 'h', 'H', '5.001', 'Md€', 'km/h'],
    ...['5M€', '8H05', '13h/14h', 'nº5', '’', '“', '”', "d'", 'ml', ' de '],
  ),
);
const typedTexts = fc.array(fragments, { maxLength: 30 }).map(list => list.join(''));

describe('on any text', () => {
  it('a text that is already typeset does not change', () => {
    fc.assert(
      fc.property(typedTexts, text => {
        const once = typesetFrench(text);
        assert.equal(typesetFrench(once), once);
      }),
      howMany('French texts'),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const once = typesetFrench(text);
        assert.equal(typesetFrench(once), once);
      }),
      howMany('French texts'),
    );
  });

  it('letters and figures stay as typed, except in ordinals and accented capitals', () => {
    const lettersAndFigures = (text: string): string =>
      text.replaceAll('É', 'E').replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(typedTexts, text => {
        const plain = text.replace(/i?[èe]me|[èe]re|[èmH]|nº/g, '');
        assert.equal(lettersAndFigures(typesetFrench(plain)), lettersAndFigures(plain));
      }),
      howMany('French texts'),
    );
  });

  it('an address in the middle of a text stays as typed', () => {
    const addresses = fc
      .webUrl({ withQueryParameters: true, withFragments: true })
      .filter(url => /[a-z0-9/]$/i.test(url));
    fc.assert(
      fc.property(addresses, typedTexts, (url, text) => {
        assert.ok(
          typesetFrench(`Voir ${url} et ${text.replaceAll(/[{}<]/g, '')}`).startsWith(`Voir ${url} et`),
        );
      }),
      howMany('French texts'),
    );
  });
});
