// Defines the custom element of the search page, which other pages need not load. Without JavaScript the page links to the archives.
import { define } from './element.ts';
import { siteSearch } from './site-search.ts';

define('site-search', siteSearch);
