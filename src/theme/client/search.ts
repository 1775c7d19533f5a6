// The custom element of the search's page, which no other page has to load. Without it the page leads to the archives.
import { define } from './element.ts';
import { siteSearch } from './site-search.ts';

define('site-search', siteSearch);
