// The weather of the portal's cities, in a line.
import { weatherUntil } from '../../edition/snapshots.ts';
import { type WeatherLine, weatherLine } from '../weather/weather-line.ts';
import { furnitureBlock } from './furniture-block.ts';

export interface WeatherBlockView {
  readonly weather: WeatherLine;
}

export const weather = furnitureBlock({
  name: 'weather',
  region: 'masthead',
  changes: ({ site }) => [weatherUntil(site)],
  shown: ({ edition, site }) => weatherLine(site, edition.now),
  view: (weather): WeatherBlockView => ({ weather }),
});
