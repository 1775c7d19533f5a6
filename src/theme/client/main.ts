// Every custom element of the theme that many pages have, by its name. Without it each is the plain HTML that it holds.
import { ageNote } from './age-note.ts';
import { commentForm } from './comment-form.ts';
import { editionDate } from './edition-date.ts';
import { define } from './element.ts';
import { freshUntil } from './fresh-until.ts';
import { frontSlideshow } from './front-slideshow.ts';
import { newsTicker } from './news-ticker.ts';
import { photoViewer } from './photo-viewer.ts';
import { printButton } from './print-button.ts';
import { shareLinks } from './share-links.ts';
import { tabPanels } from './tab-panels.ts';
import { textSize } from './text-size.ts';
import { themeSwitch } from './theme-switch.ts';
import { weatherLine } from './weather-line.ts';

// What readers would see move comes first.
define('tab-panels', tabPanels);
define('news-ticker', newsTicker);
define('weather-line', weatherLine);
define('edition-date', editionDate);
define('age-note', ageNote);
define('fresh-until', freshUntil);
define('front-slideshow', frontSlideshow);
define('theme-switch', themeSwitch);
define('text-size', textSize);
define('print-button', printButton);
define('share-links', shareLinks);
define('comment-form', commentForm);
define('photo-viewer', photoViewer);
