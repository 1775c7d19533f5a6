// Points on Earth as directions from its centre, and how far apart they are; angles are radians.

/** Degrees east, then north, as GeoJSON has them. */
export type LonLat = readonly [longitude: number, latitude: number];

type Direction = readonly [x: number, y: number, z: number];

/** A circle on Earth around something. */
export interface Cap {
  readonly centre: Direction;
  readonly radius: number;
}

const RADIANS = Math.PI / 180;

export function direction([longitude, latitude]: LonLat): Direction {
  const along = Math.cos(latitude * RADIANS);
  return [
    along * Math.cos(longitude * RADIANS),
    along * Math.sin(longitude * RADIANS),
    Math.sin(latitude * RADIANS),
  ];
}

export function angle(a: Direction, b: Direction): number {
  return Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
}

/** Around all points: around their middle, so that it is small, if not the smallest. */
export function capAround(points: readonly LonLat[]): Cap {
  let [x, y, z] = [0, 0, 0];
  // Numbers and no arrays: an atlas has a hundred thousand points.
  for (const [longitude, latitude] of points) {
    const along = Math.cos(latitude * RADIANS);
    x += along * Math.cos(longitude * RADIANS);
    y += along * Math.sin(longitude * RADIANS);
    z += Math.sin(latitude * RADIANS);
  }
  const length = Math.hypot(x, y, z) || 1;
  const centre: Direction = [x / length, y / length, z / length];
  let least = 1;
  for (const [longitude, latitude] of points) {
    const along = Math.cos(latitude * RADIANS);
    const cosine =
      centre[0] * along * Math.cos(longitude * RADIANS) +
      centre[1] * along * Math.sin(longitude * RADIANS) +
      centre[2] * Math.sin(latitude * RADIANS);
    if (cosine < least) least = cosine;
  }
  return { centre, radius: Math.acos(Math.max(-1, least)) };
}

export function capsMeet(a: Cap, b: Cap): boolean {
  return angle(a.centre, b.centre) <= a.radius + b.radius;
}

export function radians(degrees: number): number {
  return degrees * RADIANS;
}
