// Defines the custom elements of pages without furniture of their own. Without JavaScript they link to it.
import { define } from './element.ts';
import { liveFurniture } from './live-furniture.ts';
import { livePart } from './live-part.ts';

define('live-part', livePart);
define('live-furniture', liveFurniture);
