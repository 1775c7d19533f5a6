// The states of the sky become the French words of a forecast, as Météo-France words them; short enough for one line on a phone, with their temperatures.

export const skyWords = {
  clear: 'Ensoleillé',
  'partly-cloudy': 'Peu nuageux',
  cloudy: 'Nuageux',
  'very-cloudy': 'Très nuageux',
  overcast: 'Couvert',
  haze: 'Brume sèche',
  smoke: 'Fumées',
  dust: 'Poussières',
  sandstorm: 'Tempête de sable',
  mist: 'Brume',
  'fog-patches': 'Bancs de brouillard',
  fog: 'Brouillard',
  'freezing-fog': 'Brouillard givrant',
  drizzle: 'Bruine',
  'freezing-drizzle': 'Bruine verglaçante',
  'light-rain': 'Pluie faible',
  rain: 'Pluie',
  'heavy-rain': 'Pluie forte',
  'freezing-rain': 'Pluie verglaçante',
  'light-showers': 'Rares averses',
  showers: 'Averses',
  'heavy-showers': 'Fortes averses',
  'thundery-showers': 'Averses orageuses',
  'thundery-rain': 'Pluies orageuses',
  'thunderstorm-risk': 'Risque d’orages',
  thunderstorm: 'Orages',
  'thunderstorm-hail': 'Orages avec grêle',
  thundersnow: 'Neige et orages',
  sleet: 'Pluie et neige mêlées',
  'sleet-showers': 'Giboulées',
  'light-snow': 'Quelques flocons',
  snow: 'Neige',
  'heavy-snow': 'Neige forte',
  'snow-showers': 'Averses de neige',
  'snow-grains': 'Neige en grains',
  'blowing-snow': 'Chasse-neige',
  'ice-crystals': 'Poudrin de glace',
  'ice-pellets': 'Granules de glace',
  'small-hail': 'Averses de grésil',
  hail: 'Averses de grêle',
  tornado: 'Tornade',
  wind: 'Vent fort',
} as const;

/** What the sky does by night, beside what it does by day: « Nuit claire », « Nuit : averses ». */
export function nightWords(sky: keyof typeof skyWords): string {
  if (sky === 'clear') return 'Nuit claire';
  const words = skyWords[sky];
  return `Nuit\u00a0: ${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}
