import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import styles from './BrandSwitch.module.scss';
import { chooseBrand } from './current-brand';
import { useBrand, useBrands } from './use-brand';

/** The brand's name; where the house has several, a tap walks over to another. */
export function BrandSwitch() {
  const [open, setOpen] = useState(false);
  const { data: brands = [] } = useBrands();
  const brand = useBrand();
  if (!brand) {
    return null;
  }
  const several = brands.length > 1;

  return (
    <>
      <View className={styles.switch} onClick={() => setOpen(several)}>
        <Picture src={brand.logoUrl} className={styles.logo} label={brand.name} />
        <View>
          <View className={styles.name}>
            {brand.name}
            {several && <Icon name="chevron" className={styles.chevron} />}
          </View>
          <View className={styles.slogan}>{brand.slogan}</View>
        </View>
      </View>
      {open && (
        <Sheet open title="去哪家看看" onClose={() => setOpen(false)}>
          {brands.map(({ id, name, slogan, logoUrl }) => (
            <View
              key={id}
              className={styles.choice}
              onClick={() => {
                chooseBrand(id);
                setOpen(false);
              }}
            >
              <Picture src={logoUrl} className={styles.logo} label={name} />
              <View className={styles.choiceRow}>
                <Row title={name} note={slogan} value={id === brand.id && <Icon name="check" />} />
              </View>
            </View>
          ))}
        </Sheet>
      )}
    </>
  );
}
