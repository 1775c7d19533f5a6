// What readers see on the pages that the templates make of the samples.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSample, samples } from '../../tests/rendering/render-sample.ts';

function pageOf(name: string): string {
  const sample = samples.find(candidate => candidate.name === name);
  assert.ok(sample, `no sample is called « ${name} »`);
  return renderSample(sample);
}

/** What is seen: the tags gone, runs of ordinary white space folded. */
function textOf(html: string): string {
  return html
    .replace(/<script>.*?<\/script>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \n]+/g, ' ');
}

/** Each page by its sample's name, with what a reader should find, in that order. */
const seen: Readonly<Record<string, readonly string[]>> = {
  'the home page': [
    'Quotidien — À la une',
    'mardi 20 mai 2014 Édition de 15\u00a0h\u00a030',
    'À la une Chine 20.05.2014 13h43 Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance Shanghai — Trois',
    'Flash Chine 20.05.2014 13h03 Tremblement de terre au large\u00a0: l’alerte au tsunami est levée Trois',
    'Chine 20.05.2014 12h23 12\u00a0photos La récolte de blé d’hiver s’annonce bonne',
    '20.05.2014 11h43 Vidéo Un pont de bois',
    'Le fil 20.05.2014 08h43 A note to our visitors 20.05.2014 11h03 Handball\u00a0: les championnes gardent leur titre Audio',
    'En images Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance La récolte de blé d’hiver s’annonce bonne 12\u00a0photos A note to our visitors',
    'Chine Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance Trois porte-conteneurs',
    'Un pont de bois du XVIIe\u00a0siècle rouvre après trois ans de travaux Vidéo',
  ],
  'the home page of a quiet portal': [
    'À la une Monde 20.05.2014 08h43 Audio A note to our visitors Paris — What this portal is, in English. Sélection de la rédaction',
  ],
  'the home page of a new portal': ['Rien n’a encore été publié ici.'],
  'a section': [
    'Derniers articles',
    'Flash 20.05.2014 13h03',
    '20.05.2014 12h23 12\u00a0photos La récolte de blé d’hiver',
    'Vidéo Un pont de bois',
    'Audio Handball',
    'Archives de la rubrique mai 2014 31\u00a0articles',
  ],
  'a section without articles': ['Sport', 'Rien n’a encore été publié ici.'],
  'a section of photographs': [
    'Photos Derniers articles La récolte de blé d’hiver s’annonce bonne 20.05.2014 12h23 12\u00a0photos',
    'Tremblement de terre au large\u00a0: l’alerte au tsunami est levée Flash 20.05.2014 13h03',
    'Un pont de bois du XVIIe\u00a0siècle rouvre après trois ans de travaux 20.05.2014 11h43 Vidéo',
  ],
  'a month of a section': [
    'Chine, mai 2014',
    'mardi 20 mai 2014',
    'jeudi 1er mai 2014',
    'Plus ancien avril 2014',
  ],
  'the first month of a section': ['Chine, avril 2014', 'mercredi 30 avril 2014', 'Plus récent mai 2014'],
  'the flashes': [
    'Dans le bandeau Chine 20.05.2014 13h03 jusqu’au 20.05.2014 21h43 Tremblement de terre',
    'Auparavant Chine 20.05.2014 13h43',
  ],
  'a day without flashes': ['Flash Rien n’a encore été publié ici.'],
  'the most read articles': [
    'Relevé du mardi 20 mai 2014 à 12\u00a0h\u00a043',
    'Le port',
    'Tremblement de terre',
    'La récolte',
  ],
  'the newsroom’s choice': [
    'Le dernier relevé est trop ancien pour être montré\u202f; il date du mardi 20 mai 2014, 12\u00a0h\u00a043',
    'Faute de relevé récent, ces articles sont choisis par la rédaction.',
    'Les articles les plus lus Le port',
    'Faute de relevé récent',
    'Aucun vote n’a encore été compté. Clos le mardi 20 mai 2014',
  ],
  'a portal in which there is nothing to read yet': [
    'Les articles les plus lus Rien n’a encore été publié ici.',
  ],
  'the weather': [
    'Relevé de 12\u00a0h\u00a043, mardi 20 mai 2014 Beijing Très nuageux 28℃~16℃ Paris Ensoleillé 25℃~14℃ Dakar Pluie 22℃~-1℃',
    'Source des prévisions\u00a0: Service météorologique',
  ],
  'a weather too old': ['Prévisions par ville Le dernier relevé est trop ancien'],
  'a city': ['Jour Ciel Maximum Minimum mardi 20 mai 2014 Très nuageux 28℃ 16℃', 'Autres villes Paris Dakar'],
  'a city whose weather is too old': ['Météo\u00a0: Beijing Le dernier relevé est trop ancien'],
  'the polls': [
    'Ouverts Prenez-vous le train',
    'Voter',
    'Aucun vote n’a encore été compté. Clôture le jeudi 22 mai 2014',
    'Clos Prenez-vous le train',
    'Prenez-vous l’avion',
  ],
  'a portal whose polls are to come': ['Sondages Rien n’a encore été publié ici.'],
  'a poll': [
    'Prenez-vous le train plutôt que l’avion pour les trajets de moins de quatre heures\u202f? Votre réponse Oui, toujours Cela dépend du prix Non Voter',
    'Autres sondages Prenez-vous l’avion',
  ],
  'a poll that nobody answered': [
    'Prenez-vous l’avion\u202f? Oui, toujours 0&nbsp;% (0\u00a0vote)',
    'Clos le',
  ],
  'the dossiers': [
    'Le dossier 6',
    '6\u00a0articles Dernier article\u00a0: A note to our visitors',
    'Coupe du monde 2014',
    '0\u00a0article',
  ],
  'a portal without dossiers': ['Pages spéciales Rien n’a encore été publié ici.'],
  'a dossier': [
    'Ce dossier est clos. L’essentiel du dossier Chine 20.05.2014 13h43 Le port',
    'Chronologie mardi 20 mai 2014 Tremblement de terre',
    'Handball\u00a0: les championnes gardent leur titre 20.05.2014 11h03 Audio',
  ],
  'a dossier without articles': ['Trente-deux équipes, douze stades. Rien n’a encore été publié ici.'],
  'the archives': ['Archives 2014 1\u202f204\u00a0articles 2013 1\u00a0article'],
  'a year of the archives': ['mai 2014 1\u202f204\u00a0articles', 'Plus ancien 2013'],
  'the first year of the archives': ['décembre 2013 1\u00a0article', 'Plus récent 2014'],
  'a month of the archives': [
    'mardi 20 mai 2014 12\u00a0articles Le port',
    'lundi 19 mai 2014 1\u00a0article La récolte',
    'Plus ancien avril 2014',
  ],
  'the first month of the archives': [
    'mercredi 30 avril 2014 1\u00a0article Un pont',
    'Plus récent mai 2014',
  ],
  'a day of the archives': [
    'L’actualité du mardi 20 mai 2014 Chine',
    'Monde',
    'Plus ancien lundi 19 mai 2014',
  ],
  'the first day of the archives': ['Chine Un pont de bois', 'Plus récent mardi 20 mai 2014'],
  'the search': ['La recherche se fait dans le navigateur, avec JavaScript.'],
  'a topic': [
    'Cybersécurité 2\u202f077\u00a0articles',
    'Derniers articles',
    'les autres restent dans les archives .',
  ],
  'a topic of one article': ['Énergie 1\u00a0article Derniers articles', 'À lire aujourd’hui'],
  'an editorial page': ['À propos Le quai nord est ouvert depuis mardi'],
  'a wrong address': ['Page introuvable La page demandée n’existe pas', 'À la une Pages spéciales Archives'],
  'the feed': ['Quotidien Un portail', 'Lin Wei', 'Trois porte-conteneurs'],
  'the style page': [
    'Couleurs --paper',
    'Météo\u00a0: relevé frais, relevé trop ancien',
    'Rubrique de photos Le port',
    'Galerie, et la visionneuse',
    '1&nbsp;/&nbsp;3',
    'Vidéo et audio',
    'Carte de situation',
    'Commentaires (3)',
    'Commentaires (1)',
    'Commentaires (0)',
  ],
  'an old address': ['Cette page a changé d’adresse Nouvelle adresse\u00a0: Le port'],
  'an article with all it can have': [
    'mardi 20 mai 2014 Beijing · Très nuageux · 28℃~16℃',
    'Relevé de 12\u00a0h\u00a043',
    'Prévisions par ville',
    'Flash\u00a0: Tremblement de terre au large',
    'À la une Chine',
    'Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance (\u00a0Source\u00a0: Xinhua\u00a0) 20.05.2014 13h43 Shanghai Par Lin Wei',
    'Trois porte-conteneurs ont accosté mardi matin',
    'Voir en grand Le premier navire à quai, au lever du soleil. Crédit\u00a0: dessin pour la charte',
    'Le quai nord est ouvert depuis mardi',
    'Mis à jour le mardi 20 mai 2014 à 15\u00a0h\u00a013',
    'Correction 20.05.2014 14h23 — Les navires sont au nombre de trois',
    'Sujets Cybersécurité Énergie Page spéciale Le sommet de Shanghai',
    'Plus récent La récolte de blé d’hiver s’annonce bonne Plus ancien A note to our visitors',
    'À lire aussi Le port en eau profonde',
    'La récolte de blé',
    'Commentaires (3) Nadia 20.05.2014 13h43 Merci. Merci pour ces précisions. Les chiffres de &lt;b&gt;l’an dernier&lt;/b&gt; manquent',
    'Anonyme 20.05.2014 12h43 Bonne nouvelle &amp; bon article.',
    'Votre commentaire Nom d’utilisateur Anonyme Commentaire',
    'Envoyer',
    'Sélection de la rédaction La récolte de blé',
    'Les articles les plus lus Le port',
    'Relevé du mardi 20 mai 2014 à 12\u00a0h\u00a043',
    'Sondage Prenez-vous le train plutôt que l’avion pour les trajets de moins de quatre heures\u202f? Votre réponse Oui, toujours Cela dépend du prix Non Voter Oui, toujours 62&nbsp;% (1\u202f288\u00a0votes)',
    '2\u202f077\u00a0votes',
    'Clôture le jeudi 22 mai 2014 à 13\u00a0h\u00a043',
    'Pages spéciales Le sommet de Shanghai Coupe du monde 2014',
    'Toutes les rubriques Chine',
    'En continu Flash Les plus lus',
    'Le portail À propos Mentions légales Flux Atom',
  ],
  'an old article in English': [
    'A note to our visitors',
    'À lire aujourd’hui\u00a0: À la une · Pages spéciales',
  ],
  'an article of photographs': [
    'La récolte de blé d’hiver s’annonce bonne (\u00a0Source',
    'Le quai nord est ouvert depuis mardi',
    'Voir en grand 1&nbsp;/&nbsp;3 Le premier navire à quai, au lever du soleil. Crédit\u00a0: dessin pour la charte',
    'Voir en grand 2&nbsp;/&nbsp;3 Le même, de plus près. Crédit\u00a0: dessin pour la charte',
    'Voir en grand 3&nbsp;/&nbsp;3',
    'Commentaires (1)',
    'Les commentaires sont fermés.',
  ],
  'an article with a film, a sound and a map': [
    'Le lever du soleil, en quatre secondes Le premier navire à quai. Crédit\u00a0: dessin pour la charte Transcription Le soleil se lève sur le port. Le premier navire est à quai.',
    'Le bruit de la mer, en trois secondes',
    'Le quai nord est ouvert depuis mardi',
  ],
  'an article whose film is elsewhere': [
    'Voir la vidéo sur films.example Une visite du port Le premier navire à quai. Crédit\u00a0: dessin pour la charte Transcription',
    'Écouter sur films.example Un entretien',
    'Commentaires (0) Aucun commentaire pour l’instant.',
  ],
};

test('every sample is looked at', () => {
  assert.deepEqual(
    Object.keys(seen),
    samples.map(({ name }) => name),
  );
});

for (const [name, texts] of Object.entries(seen)) {
  test(`a reader of ${name} finds its matter, in order`, () => {
    const text = textOf(pageOf(name));
    texts.reduce((from, wanted) => {
      const at = text.indexOf(wanted, from);
      assert.notEqual(at, -1, `« ${wanted} » is not after « ${text.slice(from, from + 60)} »`);
      return at;
    }, 0);
  });
}

test('the section that a page stands in is marked in the navigation', () => {
  assert.match(pageOf('a section'), /<a href="\/chine\/" aria-current="page">/);
  assert.match(pageOf('an article with all it can have'), /<a href="\/chine\/" aria-current="true">/);
  assert.match(pageOf('the home page'), /<a href="\/" aria-current="page">À la une/);
});

test('an article in another language says so, and the portal’s words around it stay French', () => {
  const html = pageOf('an old article in English');
  assert.match(html, /<html lang="fr" /);
  assert.match(html, /<article class="article" lang="en">/);
  assert.match(html, /<p class="stamp" lang="fr">/);
  assert.match(html, /<h2 lang="fr">Correction</);
});

test('an old article carries no furniture, only the way to it', () => {
  const html = pageOf('an old article in English');
  assert.doesNotMatch(html, /class="(?:ticker|furniture)"/);
  assert.match(html, /<a href="\/dossiers\/">/);
});

test('an article says when it appeared in a way that machines read', () => {
  const html = pageOf('an article with all it can have');
  assert.match(html, /<time datetime="2014-05-20T13:43:00\+08:00">20\.05\.2014 13h43<\/time>/);
  assert.match(
    html,
    /<link rel="canonical" href="https:\/\/quotidien\.example\/chine\/2014\/05\/20\/port\.html">/,
  );
});

test('an old address sends the reader on, and is kept out of search engines', () => {
  const html = pageOf('an old address');
  assert.match(html, /<meta http-equiv="refresh" content="0; url=\/chine\/2014\/05\/20\/port\.html">/);
  assert.match(
    html,
    /<link rel="canonical" href="https:\/\/quotidien\.example\/chine\/2014\/05\/20\/port\.html">/,
  );
  assert.match(html, /<meta name="robots" content="noindex">/);
  assert.match(html, /<a href="\/chine\/2014\/05\/20\/port\.html">Le port/);
});

test('a wrong address names no address as its own', () => {
  assert.doesNotMatch(pageOf('a wrong address'), /canonical/);
});

test('a photograph leads to its file, and comes in the shape and the formats of its place before it is loaded', () => {
  const html = pageOf('an article with all it can have');
  const figure = /<figure class="photograph" id="photo-1">.*?<\/figure>/s.exec(html)?.[0] ?? '';
  assert.match(
    figure,
    /<a href="\/images\/photo-1-2400-credit\.jpg"><picture><source type="image\/avif" srcset="/,
  );
  assert.match(
    figure,
    /<img src="\/images\/photo-1-1200\.jpg" alt="Dessin d’un port au lever du jour[^"]*" width="1200" height="800"/,
  );
});

test('the picture at the top of a page is loaded before all others, and the row of them that a grid begins with', () => {
  for (const [name, count] of [
    ['the home page', 1],
    ['a section', 1],
    ['a section of photographs', 2],
    ['an article of photographs', 1],
  ] as const) {
    const images = pageOf(name).match(/<img[^>]*>/g) ?? [];
    const first = images.filter(image => image.includes(' fetchpriority="high"'));
    assert.deepEqual(first, images.slice(0, count), name);
  }
});

test('a tall photograph stands on a ground of its own', () => {
  const html = pageOf('an article of photographs');
  assert.deepEqual(html.match(/<figure class="[^"]*" id="[^"]*">/g), [
    '<figure class="photograph" id="photo-1">',
    '<figure class="photograph tall" id="photo-2">',
    '<figure class="photograph" id="photo-3">',
  ]);
});

test('a link around a picture that is decoration has a name all the same', () => {
  const figure =
    /<figure[^>]* id="photo-3">.*?<\/figure>/s.exec(pageOf('an article of photographs'))?.[0] ?? '';
  assert.match(figure, /alt=""/);
  assert.match(figure, /<span class="visually-hidden"> Voir en grand<\/span><\/span><\/a>/);
});

test('what a photograph is on the whole screen waits in a template, which loads nothing', () => {
  const html = pageOf('an article of photographs');
  assert.equal(html.match(/<template><picture>/g)?.length, 3);
  assert.equal(html.replace(/<template>.*?<\/template>/gs, '').includes('-2400.avif'), false);
});

test('a page without photographs has nothing of the viewer', () => {
  assert.doesNotMatch(pageOf('an old article in English'), /photo-viewer|\/assets\/viewer/);
});

test('a film of the portal’s own has captions, and loads nothing before it is asked for', () => {
  const html = pageOf('an article with a film, a sound and a map');
  const film = /<video.*?<\/video>/s.exec(html)?.[0] ?? '';
  assert.match(
    film,
    /^<video controls preload="none" playsinline aria-label="Le lever du soleil, en quatre secondes" poster="\/images\/photo-1-1200\.jpg" width="1200" height="800">/,
  );
  assert.match(film, /<source src="\/assets\/specimen\.webm" type="video\/webm">/);
  assert.match(
    film,
    /<track kind="captions" src="\/assets\/specimen\.vtt" srclang="fr" label="Sous-titres" default>/,
  );
  assert.match(
    html,
    /<audio controls preload="none" aria-label="Le bruit de la mer, en trois secondes"><source src="\/assets\/specimen\.mp3" type="audio\/mpeg"><\/audio>/,
  );
});

test('a film elsewhere is a still with a plain link, and the page loads nothing from there', () => {
  const html = pageOf('an article whose film is elsewhere');
  assert.match(
    html,
    /<a class="outside" href="https:\/\/films\.example\/" rel="noopener noreferrer external">\s*<picture>/,
  );
  assert.doesNotMatch(html, /<(?:video|audio|iframe)|(?:src|srcset|poster)="https?:/);
});

test('a map says in words what it shows', () => {
  assert.match(
    pageOf('an article with a film, a sound and a map'),
    /<svg class="locator" viewBox="0 0 480 360" role="img" aria-label="Carte de situation\u00a0: Bamako \(Mali\)\."><use href="\/assets\/specimen-map\.svg#carte"\/><\/svg>/,
  );
});

test('social networks are told the title and the picture: the article’s own, or else the portal’s', () => {
  const told = (name: string, property: string): string | undefined =>
    new RegExp(`<meta property="og:${property}" content="([^"]*)">`).exec(pageOf(name))?.[1];
  assert.equal(told('an article with all it can have', 'type'), 'article');
  assert.equal(
    told('an article with all it can have', 'image'),
    'https://quotidien.example/images/navire-social.jpg',
  );
  assert.equal(told('an article with all it can have', 'image:alt'), 'Le navire');
  assert.equal(
    told('an article with all it can have', 'url'),
    'https://quotidien.example/chine/2014/05/20/port.html',
  );
  assert.equal(told('the home page', 'type'), 'website');
  assert.equal(told('the home page', 'image'), 'https://quotidien.example/images/portail.jpg');
  assert.equal(told('the home page', 'image:width'), '1200');
  assert.equal(told('the home page', 'locale'), 'fr_FR');
  assert.equal(told('an old article in English', 'locale'), undefined, 'an English article is called French');
  assert.equal(told('a wrong address', 'url'), undefined, 'a wrong address is passed on');
});

test('the feed has all that RFC 4287 asks of a feed and of an entry', () => {
  const xml = pageOf('the feed');
  const [head, ...entries] = xml.split('<entry');
  for (const part of [head!, ...entries]) {
    for (const element of ['id', 'title', 'updated'])
      assert.match(part, new RegExp(`<${element}>[^<]+</${element}>`));
  }
  assert.match(head!, /<link rel="self" [^>]*href="https:\/\/quotidien\.example\/flux\.xml"\/>/);
  assert.equal(entries.length, 3);
  for (const entry of entries) {
    assert.match(entry, /<author><name>[^<]+<\/name><\/author>/);
    assert.match(entry, /<published>2014-05-20T[\d:]+\+08:00<\/published>/);
    assert.match(entry, /<link rel="alternate" /);
  }
  assert.match(entries[2]!, /^ xml:lang="en">/);
});
