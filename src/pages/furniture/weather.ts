// The weather of the portal's cities, in a line.
import { cityChanges } from '../../edition/snapshots.ts';
import { type WeatherLine, weatherLine } from '../weather/weather-line.ts';
import { furnitureBlock } from './furniture-block.ts';

export interface WeatherBlockView {
  readonly weather: WeatherLine;
}

export const weather = furnitureBlock({
  name: 'weather',
  region: 'masthead',
  changes: ({ site }) => (site.weather?.cities ?? []).flatMap(city => cityChanges(city, site)),
  shown: ({ edition, site }) => weatherLine(site, edition.now),
  view: (weather): WeatherBlockView => ({ weather }),
});
