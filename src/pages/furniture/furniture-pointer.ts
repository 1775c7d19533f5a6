// What leads to the furniture on pages that do not carry it, where client code fetches what it can.
import { DOSSIERS_URL, FLASHES_URL, HOME_URL, MOST_READ_URL } from '../../address/addresses.ts';
import { french } from '../../locale/french.ts';
import type { Site } from '../../site/site.ts';
import { polls } from '../poll/polls-page.ts';
import type { FurniturePointer, Link } from '../views.ts';
import { weather } from '../weather/weather-page.ts';

/** It follows from settings, and from whether the portal has any weather and polls, as its services do: news never change it. */
export function furniturePointer(site: Site): FurniturePointer | null {
  if (site.furnitureMode !== 'client') return null;
  const [weatherPage, pollsPage] = [weather, polls].map(type => type.service?.(site) ?? null);
  const links: readonly (Link | null | undefined)[] = [
    { url: HOME_URL, text: french.frontPage },
    { url: MOST_READ_URL, text: french.mostReadShort },
    { url: FLASHES_URL, text: french.flash },
    weatherPage,
    pollsPage,
    { url: DOSSIERS_URL, text: french.specialPages },
  ];
  return {
    ticker: site.furniture.includes('ticker'),
    weather: site.furniture.includes('weather') ? (weatherPage ?? null) : null,
    links: links.filter(link => link !== null && link !== undefined),
  };
}
