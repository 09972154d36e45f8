import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import { StaffOnly } from '@/features/staff';
import { usePageQuery } from '@/platform/page';
import { scan } from '@/platform/scan';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { Found } from './Found';
import styles from './index.module.scss';

/** One place for both kinds of code: the customer does not know which one they hold out. */
export default function HandOverPage() {
  const { code } = usePageQuery();
  return (
    <Page>
      <StaffOnly>{() => <HandOver initialCode={code} />}</StaffOnly>
    </Page>
  );
}

function HandOver({ initialCode }: { initialCode: string | undefined }) {
  const [typed, setTyped] = useState(initialCode ?? '');
  const [code, setCode] = useState(initialCode);
  const scanning = useAction(async () => {
    const scanned = await scan();
    if (scanned) {
      setTyped(scanned);
      setCode(normalized(scanned));
    }
  });

  return (
    <>
      <Block flush>
        <View className={styles.line}>
          <Input
            className={styles.input}
            value={typed}
            placeholder="取货码或兑换码"
            aria-label="取货码或兑换码"
            maxlength={64}
            confirmType="search"
            onInput={({ detail }) => setTyped(detail.value)}
            onConfirm={() => setCode(normalized(typed))}
          />
          <Button size="small" kind="line" disabled={!typed} onClick={() => setCode(normalized(typed))}>
            查一下
          </Button>
        </View>
      </Block>
      {!code && (
        <Button block busy={scanning.busy} onClick={scanning.run}>
          <Icon name="scan" />
          扫客人的码
        </Button>
      )}
      {code && (
        <Found
          key={code}
          code={code}
          onDone={() => {
            setTyped('');
            setCode(undefined);
          }}
        />
      )}
    </>
  );
}

/** Codes are printed in capitals; people type as they like. */
function normalized(typed: string): string | undefined {
  return typed.replace(/\s/g, '').toUpperCase() || undefined;
}
