import { useNavigate } from 'react-router';
import { Select } from 'antd';
import { texts } from '../texts';
import { paths } from './paths';
import { useSession } from './session';

/** Which brand the pages speak of; a choice only where there are several. */
export function BrandSwitcher() {
  const { me, brand } = useSession();
  const navigate = useNavigate();
  if (me.brands.length < 2) {
    return <span className="brand-name">{brand.name}</span>;
  }
  return (
    <Select
      className="brand-name"
      variant="borderless"
      aria-label={texts.shell.brand}
      value={brand.id}
      popupMatchSelectWidth={false}
      options={me.brands.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => void navigate(paths.brand(id))}
    />
  );
}
