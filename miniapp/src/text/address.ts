interface Address {
  province: string;
  city: string;
  district: string;
  detail: string;
}

/** One line; municipalities are named once, not as province and city both. */
export function addressLine({ province, city, district, detail }: Address): string {
  return [province, city === province ? '' : city, district, detail].join('');
}
