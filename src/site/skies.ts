// What the sky does: a closed list, each with the picture that shows it. The words are in `locale/sky-words.ts`, the drawings of pictures in the theme.

/** Many skies share a picture: the words beside it tell them apart. */
const PICTURES = {
  clear: 'clear',
  'partly-cloudy': 'partly-cloudy',
  cloudy: 'cloudy',
  'very-cloudy': 'very-cloudy',
  overcast: 'overcast',
  haze: 'haze',
  smoke: 'haze',
  dust: 'haze',
  sandstorm: 'wind',
  mist: 'fog',
  'fog-patches': 'fog',
  fog: 'fog',
  'freezing-fog': 'fog',
  drizzle: 'drizzle',
  'freezing-drizzle': 'drizzle',
  'light-rain': 'drizzle',
  rain: 'rain',
  'heavy-rain': 'heavy-rain',
  'freezing-rain': 'sleet',
  'light-showers': 'rain',
  showers: 'rain',
  'heavy-showers': 'heavy-rain',
  'thundery-showers': 'thunderstorm',
  'thundery-rain': 'thunderstorm',
  'thunderstorm-risk': 'thunderstorm',
  thunderstorm: 'thunderstorm',
  'thunderstorm-hail': 'thunderstorm',
  thundersnow: 'thunderstorm',
  sleet: 'sleet',
  'sleet-showers': 'sleet',
  'light-snow': 'snow',
  snow: 'snow',
  'heavy-snow': 'snow',
  'snow-showers': 'snow',
  'snow-grains': 'snow',
  'blowing-snow': 'snow',
  'ice-crystals': 'snow',
  'ice-pellets': 'hail',
  'small-hail': 'hail',
  hail: 'hail',
  tornado: 'wind',
  wind: 'wind',
} as const;

export type Sky = keyof typeof PICTURES;

export const SKIES = Object.keys(PICTURES) as [Sky, ...Sky[]];

/** What the sun stands in has the moon by night. */
const BY_NIGHT = { clear: 'clear-night', 'partly-cloudy': 'partly-cloudy-night' } as const;

export type SkyPicture = (typeof PICTURES)[Sky] | (typeof BY_NIGHT)[keyof typeof BY_NIGHT];

export function skyPicture(sky: Sky): SkyPicture {
  return PICTURES[sky];
}

export function skyPictureByNight(sky: Sky): SkyPicture {
  const picture = PICTURES[sky];
  return picture in BY_NIGHT ? BY_NIGHT[picture as keyof typeof BY_NIGHT] : picture;
}
