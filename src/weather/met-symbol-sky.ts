// A `symbol_code` of MET Norway's forecasts becomes a sky (github.com/metno/weathericons, weather/legend.csv).
import type { Sky } from '../site/skies.ts';

const SKIES: Readonly<Record<string, Sky>> = {
  clearsky: 'clear',
  fair: 'partly-cloudy',
  partlycloudy: 'cloudy',
  cloudy: 'overcast',
  fog: 'fog',
  lightrain: 'light-rain',
  rain: 'rain',
  heavyrain: 'heavy-rain',
  lightsleet: 'sleet',
  sleet: 'sleet',
  heavysleet: 'sleet',
  lightsnow: 'light-snow',
  snow: 'snow',
  heavysnow: 'heavy-snow',
  lightrainshowers: 'light-showers',
  rainshowers: 'showers',
  heavyrainshowers: 'heavy-showers',
  lightsleetshowers: 'sleet-showers',
  sleetshowers: 'sleet-showers',
  heavysleetshowers: 'sleet-showers',
  lightsnowshowers: 'snow-showers',
  snowshowers: 'snow-showers',
  heavysnowshowers: 'snow-showers',
};

/** `clearsky_night`: which picture is meant is known from the hour. */
const TIME_OF_DAY = /_(?:day|night|polartwilight)$/;

/** `lightssleetshowersandthunder` and `lightssnowshowersandthunder` are sent with an « s » too many, which a later version may mend. */
const MISSPELT = /^lightss(?=leet|now)/;

const THUNDER = /andthunder$/;

/** null: no such symbol is documented. */
export function skyOfSymbol(symbol: string): Sky | null {
  const name = symbol.replace(TIME_OF_DAY, '').replace(MISSPELT, 'lights');
  const sky = Object.hasOwn(SKIES, name.replace(THUNDER, '')) ? SKIES[name.replace(THUNDER, '')]! : null;
  return sky !== null && THUNDER.test(name) ? withThunder(name) : sky;
}

/** No symbol has thunder without rain, sleet or snow. */
function withThunder(name: string): Sky | null {
  if (/sleet|snow/.test(name)) return 'thundersnow';
  if (!name.includes('rain')) return null;
  return name.includes('showers') ? 'thundery-showers' : 'thundery-rain';
}
