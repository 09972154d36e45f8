import { Picker } from '@tarojs/components';
import { Row } from './Row';
import type { RegionFieldProps } from './region-field';

export function RegionField({ value, onChange, error }: RegionFieldProps) {
  const { province, city, district } = value;
  return (
    <Picker
      mode="region"
      value={[province, city, district]}
      onChange={({ detail }) => {
        const [first = '', second = '', third = ''] = detail.value;
        onChange({ province: first, city: second, district: third });
      }}
    >
      <Row
        title="所在地区"
        note={error}
        value={province ? `${province} ${city} ${district}` : '选择省、市、区'}
      />
    </Picker>
  );
}
