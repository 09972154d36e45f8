import { View } from '@tarojs/components';
import { Block } from '@/ui/Block';
import { Page } from '@/ui/Page';
import { SECTIONS } from './guide';
import styles from './index.module.scss';

/** Readable without signing in, before anything is agreed to. */
export default function PrivacyPage() {
  return (
    <Page>
      {SECTIONS.map(({ title, lines }) => (
        <Block key={title} title={title}>
          {lines.map((line) => (
            <View key={line} className={styles.line}>
              {line}
            </View>
          ))}
        </Block>
      ))}
    </Page>
  );
}
