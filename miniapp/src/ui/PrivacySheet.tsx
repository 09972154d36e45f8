import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { AgreeButton } from '@/platform/AgreeButton';
import { open } from '@/platform/navigate';
import { useOnShow } from '@/platform/page';
import { onPrivacyNeeded, openPrivacyContract } from '@/platform/privacy';
import { Button, buttonClass } from './Button';
import styles from './PrivacySheet.module.scss';
import { Sheet } from './Sheet';

/** Asked the first time something personal is needed, never before, and refusing it only stops that one thing. */
export function PrivacySheet() {
  const [asking, setAsking] = useState(false);
  const answer = useRef<((agreed: boolean) => void) | undefined>(undefined);

  const listen = useCallback(() => {
    onPrivacyNeeded((reply) => {
      answer.current = reply;
      setAsking(true);
    });
  }, []);
  // On showing for pages that come back to the screen, at once for those that change while they are on it.
  useOnShow(listen);
  useEffect(listen, [listen]);

  const reply = (agreed: boolean) => {
    setAsking(false);
    answer.current?.(agreed);
    answer.current = undefined;
  };

  // Nothing of it is on the page until it is needed.
  if (!asking) {
    return null;
  }
  return (
    <Sheet
      open
      title="先说清楚你的隐私"
      onClose={() => reply(false)}
      footer={
        <View className={styles.actions}>
          <Button kind="line" onClick={() => reply(false)}>
            不同意
          </Button>
          <AgreeButton className={buttonClass({ className: styles.agree })} onAgree={() => reply(true)}>
            同意并继续
          </AgreeButton>
        </View>
      }
    >
      <View className={styles.text}>
        手机号、位置、相机这些信息，只在你点了对应按钮的时候才会用到，也只用来做那一件事。不同意也没关系，浏览和选购不受影响。
      </View>
      <Text
        className={styles.link}
        onClick={() => (openPrivacyContract ? openPrivacyContract() : open('privacy'))}
      >
        查看隐私保护指引
      </Text>
    </Sheet>
  );
}
