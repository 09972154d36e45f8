/** What sending to a region costs. */
export interface FreightZone {
  readonly name: string;
  /** Names of provinces; empty: everywhere that no other zone names. */
  readonly provinces: readonly string[];
  /** Whether the brand sends there at all. */
  readonly delivers: boolean;
  /** Up to this weight … */
  readonly firstG: number;
  /** … it costs this, … */
  readonly firstFen: number;
  /** … and for each further weight of this, begun or whole, … */
  readonly stepG: number;
  /** … this more. */
  readonly stepFen: number;
  /** Goods worth this much travel free; null: never. */
  readonly freeFromFen: number | null;
}

/** The zone that names the province, else the one for everywhere else. */
export function zoneFor(zones: readonly FreightZone[], province: string): FreightZone | undefined {
  const named = zones.find(({ provinces }) => provinces.some((name) => sameProvince(name, province)));
  return named ?? zones.find(({ provinces }) => provinces.length === 0);
}

const SUFFIX = /(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/;

/** WeChat's addresses say 广东省 or 广东, 北京市 or 北京. */
function sameProvince(a: string, b: string): boolean {
  return a.replace(SUFFIX, '') === b.replace(SUFFIX, '');
}
