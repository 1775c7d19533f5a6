// Shows the weather of the city that the reader chose, until it is too old; a city’s own may be so before the others’. Without JavaScript the page shows that of the first city.
import { at } from './clock.ts';
import { part, parts } from './element.ts';
import { store, stored } from './storage.ts';

export function weatherLine(host: HTMLElement): void {
  const cities = parts(host, '[data-city]');
  const select = part<HTMLSelectElement>(host, 'select');
  select?.append(...cities.map(city => new Option(part(city, '.city span')!.textContent, city.dataset.city)));
  const show = (chosen: string | null): void => {
    if (!cities.some(({ dataset }) => dataset.city === chosen)) return;
    for (const city of cities) city.hidden = city.dataset.city !== chosen;
    if (select && chosen !== null) select.value = chosen;
  };
  show(stored('city'));
  select?.addEventListener('change', () => {
    store('city', select.value);
    show(select.value);
  });
  for (const city of cities.filter(({ dataset }) => dataset.until))
    at(Date.parse(city.dataset.until!), () => {
      for (const figures of parts(city, '.figures')) figures.hidden = true;
      for (const notice of parts(city, '.too-old')) notice.hidden = false;
    });
  at(Date.parse(host.dataset.until!), () => {
    for (const figures of parts(host, 'ul, select, .weather-taken')) figures.hidden = true;
    for (const notice of parts(host, '.weather-stale')) notice.hidden = false;
  });
}
