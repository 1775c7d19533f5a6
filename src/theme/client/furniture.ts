// Defines the custom element of pages without furniture of their own. Without JavaScript they link to it.
import { define } from './element.ts';
import { liveFurniture } from './live-furniture.ts';

define('live-furniture', liveFurniture);
