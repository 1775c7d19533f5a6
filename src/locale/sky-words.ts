// The states of the sky become the French words of a forecast.

export const skyWords = {
  clear: 'Ensoleillé',
  'partly-cloudy': 'Peu nuageux',
  cloudy: 'Nuageux',
  'very-cloudy': 'Très nuageux',
  overcast: 'Couvert',
  haze: 'Brume sèche',
  fog: 'Brouillard',
  drizzle: 'Bruine',
  rain: 'Pluie',
  'heavy-rain': 'Forte pluie',
  showers: 'Averses',
  thunderstorm: 'Orages',
  sleet: 'Pluie et neige mêlées',
  snow: 'Neige',
  wind: 'Vent fort',
} as const;
