// What assistive technology calls the parts of each component, on the page that shows all of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type PieceName, styleGuideWords } from '../../src/locale/style-guide-words.ts';
import { styleWords } from '../../src/locale/style-words.ts';
import { chromiumMissing } from './chromium.ts';
import { WITH_PARTICIPATION } from './page-types.ts';
import { open, openPortal } from './portal.ts';

/** Roles whose elements nobody can use or tell apart without a name. */
const NAMED =
  /^- (?:link|button|textbox|searchbox|combobox|checkbox|radio|region|img|navigation|video|audio)\b/;

/** The headline of the first made-up article. */
const PORT = styleWords.headlines[0];

/** By component: the role and the name of what a reader has to find in it, as Chromium tells them. */
const EXPECTED: Readonly<Record<PieceName, readonly string[]>> = {
  colours: ['heading "Couleurs"', 'heading "Le jour"', 'heading "La nuit"'],
  letters: ['heading "Lettres"'],
  controls: [
    'button "Au repos"',
    'button "Sans effet" [disabled]',
    'button "Action principale"',
    'textbox "Une ligne"',
    'combobox "Une liste"',
    'checkbox "Une case"',
    'textbox "Un texte"',
  ],
  prose: ['heading "Un intertitre"', 'link "le reste du port"', 'region "Tableau"'],
  weather: ['combobox "Ville"', 'link "Prévisions par ville"'],
  ticker: ['region "Flash"', 'link "Flash :"', `link "${PORT}"`, 'button "Lancer le défilement"'],
  slideshow: [
    'region "Diaporama de la une"',
    'list "À la une"',
    `link "${PORT}"`,
    'button "Précédent"',
    'button "Suivant"',
    'button "Lancer le défilement"',
  ],
  lead: ['img "Dessin d’un port', 'link "Chine"', `heading "${PORT}" [level=3]`, `link "${PORT}"`],
  card: ['link "Chine"', `heading "${PORT}" [level=3]`, `link "${PORT}"`],
  grid: [`heading "${PORT}" [level=3]`, `link "${PORT}"`],
  gallery: [
    'img "Dessin d’un port',
    'link "Dessin d’un port au lever du jour : une grue, un navire, le soleil sur la mer Voir en grand"',
  ],
  recordings: [
    'video "Le lever du soleil, en quatre secondes"',
    'audio "Le bruit de la mer, en trois secondes"',
    'link "Voir la vidéo sur films.example"',
  ],
  map: ['img "Dessin d’une carte'],
  mostRead: [`link "${PORT}"`, 'link "Toute la liste"'],
  picks: ['heading "Sélection de la rédaction" [level=2]', `link "${PORT}"`],
  tabs: ['tab "Les plus lus" [selected]', 'tab "Sondage"', 'tabpanel "Les plus lus"', `link "${PORT}"`],
  poll: ['group "Votre réponse"', 'radio "Oui, toujours"', 'radio "Non"', 'button "Voter"'],
  comments: [
    'heading "Votre commentaire"',
    'textbox "Nom d’utilisateur"',
    'checkbox "Anonyme"',
    'textbox "Commentaire"',
    'button "Envoyer"',
  ],
};

describe('assistive technology hears the name of every part', { skip: chromiumMissing() }, () => {
  const portal = openPortal(WITH_PARTICIPATION);
  const reader = portal.regular({ reducedMotion: 'reduce' });

  for (const [name, { id, title }] of Object.entries(styleGuideWords.pieces))
    it(title, async () => {
      const page = await reader();
      await open(page, portal, 'style guide');
      const specimen = page.locator(`.specimen:has(> #${id})`);
      // Films and sounds have no role, so the snapshot passes over them.
      const recordings = await specimen
        .locator('video, audio')
        .evaluateAll(all => all.map(element => `- ${element.localName} "${element.ariaLabel ?? ''}"`));
      // YAML puts what holds a colon between single quotation marks.
      const told = (await specimen.ariaSnapshot()).split('\n').map(line => line.trim().replace(/^- '/, '- '));
      const lines = [...told, ...recordings];
      assert.deepEqual(
        lines.filter(line => NAMED.test(line) && !/^- \w+ "[^"]/.test(line)),
        [],
      );
      for (const part of EXPECTED[name as PieceName])
        assert.ok(
          lines.some(line => line.startsWith(`- ${part}`)),
          part,
        );
    });
});
