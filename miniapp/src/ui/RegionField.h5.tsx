import { Field } from './Field';
import type { RegionFieldProps } from './region-field';

/** Browsers know no regions; three words do as well. */
export function RegionField({ value, onChange, error }: RegionFieldProps) {
  return (
    <>
      <Field
        label="省份"
        value={value.province}
        placeholder="例如 上海市"
        onChange={(province) => onChange({ province })}
      />
      <Field
        label="城市"
        value={value.city}
        placeholder="例如 上海市"
        onChange={(city) => onChange({ city })}
      />
      <Field
        label="区县"
        value={value.district}
        placeholder="例如 徐汇区"
        onChange={(district) => onChange({ district })}
        error={error}
      />
    </>
  );
}
