// A colour becomes the nearest of a few tones, and the tones become a style sheet: a tone fills the place of a photograph that
// is still loading.
// The policy forbids inline styles, so pages name a tone by a class; the sheet costs every page about 180 bytes (brotli).

/** OKLab (Björn Ottosson, « A perceptual color space for image processing »): equal distances look equally far apart. */
type Lab = readonly [lightness: number, a: number, b: number];

/**
 * Colours of photographs are mostly dull. Greys and six hues of little chroma come twice as near to them as 64 even steps of
 * RGB. There are twice as many greys as lightnesses of a hue, so that the nearest tone of a grey is a grey.
 */
const LIGHTNESSES = [0.18, 0.33, 0.48, 0.63, 0.78, 0.93];
const GREYS = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1];
const CHROMA = 0.06;
const HUES = 6;

/** The tones by number, each as three hexadecimal digits. */
const TONES: readonly string[] = [
  ...[...LIGHTNESSES, ...GREYS].map(lightness => toHex([lightness, 0, 0])),
  ...LIGHTNESSES.flatMap(lightness =>
    Array.from({ length: HUES }, (_, hue) => {
      const angle = (hue / HUES) * 2 * Math.PI;
      return toHex([lightness, CHROMA * Math.cos(angle), CHROMA * Math.sin(angle)]);
    }),
  ),
];

const TONE_LABS: readonly Lab[] = TONES.map(tone => {
  const [red, green, blue] = [...tone].map(digit => Number.parseInt(digit, 16) * 17) as [
    number,
    number,
    number,
  ];
  return toLab(red, green, blue);
});

/** The number of the tone nearest to an sRGB colour, whose parts are 0 to 255. */
export function toneOf(red: number, green: number, blue: number): number {
  const [lightness, a, b] = toLab(red, green, blue);
  const distances = TONE_LABS.map(
    tone => (tone[0] - lightness) ** 2 + (tone[1] - a) ** 2 + (tone[2] - b) ** 2,
  );
  return distances.indexOf(Math.min(...distances));
}

/** The rules of all tones: `.tone-17` gives its element the property `--tone`. */
export function toneSheet(): string {
  const rules = TONES.map((tone, number) => `.tone-${number}{--tone:#${tone}}`);
  return `@layer pieces{${rules.join('')}}\n`;
}

function toLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function toHex([lightness, a, b]: Lab): string {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
    .map(linear => Math.round(fromLinear(linear) * 15).toString(16))
    .join('');
}

/** The transfer function of sRGB (IEC 61966-2-1): from 0–255 to linear light, 0 to 1. */
function toLinear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The inverse: from linear light to 0–1. Colours outside sRGB become the nearest ones inside. */
function fromLinear(light: number): number {
  const share = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.min(1, Math.max(0, share));
}
