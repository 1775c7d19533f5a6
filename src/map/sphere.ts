// Points on Earth become directions from its centre, whose angles tell how far apart the points are. Angles are in radians.

/** Degrees east, then degrees north, in the order of GeoJSON (RFC 7946, § 3.1.1). */
export type LonLat = readonly [longitude: number, latitude: number];

/** Of length 1. */
type Direction = readonly [x: number, y: number, z: number];

/** A circle on Earth, with all that lies in it. */
export interface Cap {
  readonly centre: Direction;
  /** The angle between the centre and the circle. */
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

/** A circle around all points. Its centre is their middle, so it is a small circle, if not the smallest. */
export function capAround(points: readonly LonLat[]): Cap {
  let [x, y, z] = [0, 0, 0];
  // Plain numbers instead of arrays, for speed: an atlas has a hundred thousand points.
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
