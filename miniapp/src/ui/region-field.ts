export interface Region {
  province: string;
  city: string;
  district: string;
}

export interface RegionFieldProps {
  value: Region;
  onChange: (region: Partial<Region>) => void;
  error?: string | undefined;
}
