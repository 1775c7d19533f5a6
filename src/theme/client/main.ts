// Defines the custom elements that many kinds of pages have, and tells how old what is new is. Without JavaScript each is the HTML that it contains.
import { editionDate } from './edition-date.ts';
import { elapsedTimes } from './elapsed-time.ts';
import { define } from './element.ts';
import { endedItems } from './ended-items.ts';
import { freshUntil } from './fresh-until.ts';
import { frontSlideshow } from './front-slideshow.ts';
import { newsTicker } from './news-ticker.ts';
import { pollVote } from './poll-vote.ts';
import { tabPanels } from './tab-panels.ts';
import { themeSwitch } from './theme-switch.ts';
import { weatherLine } from './weather-line.ts';

// The elements whose set-up changes the layout come first, so that readers see less movement.
define('tab-panels', tabPanels);
define('news-ticker', newsTicker);
define('weather-line', weatherLine);
define('edition-date', editionDate);
define('fresh-until', freshUntil);
define('ended-items', endedItems);
define('front-slideshow', frontSlideshow);
define('theme-switch', themeSwitch);
define('poll-vote', pollVote);

elapsedTimes(document);
