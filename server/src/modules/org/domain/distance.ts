/** Degrees, WGS 84 or GCJ-02 alike: only differences matter, and both sides come from the same map. */
export interface Position {
  readonly lat: number;
  readonly lng: number;
}

/** Mean radius of the earth in metres. */
const EARTH_RADIUS_M = 6_371_008.8;

/** Great-circle distance in metres (haversine, which keeps its precision at short distances). */
export function distanceM(a: Position, b: Position): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLng ** 2;
  // Rounding may push antipodes a hair above 1.
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
