// A point on Earth and its name become the file of a locator map.
import { markupText } from '../images/markup-text.ts';
import { altOf, nameOnMap, SYMBOL } from './locator-map.ts';
import { mapDrawing } from './map-drawing.ts';
import { mapLayout } from './map-layout.ts';
import type { MapPoint } from './map-point.ts';
import { MAP_SIZE } from './map-size.ts';

/** The text of the file that `locatorMapView` names. */
export function drawLocatorMap(point: MapPoint, label: string | null): string {
  const { width, height } = MAP_SIZE;
  const box = `viewBox="0 0 ${width} ${height}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} width="${width}" height="${height}"><title>${markupText(altOf(point, label))}</title>` +
    `<symbol id="${SYMBOL}" ${box}>${mapDrawing(mapLayout(point, nameOnMap(label)))}</symbol><use href="#${SYMBOL}"/></svg>\n`
  );
}
