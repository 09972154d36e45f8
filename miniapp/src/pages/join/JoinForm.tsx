import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import type { BrandView, StoreView } from '@/api/views';
import { useJoin } from '@/features/members';
import { chooseStore, StorePicker, StoreSummary } from '@/features/stores';
import { say } from '@/platform/notice';
import { PhoneButton } from '@/platform/PhoneButton';
import { Block } from '@/ui/Block';
import { Button, buttonClass } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { ConsentChoice } from './ConsentChoice';
import styles from './JoinForm.module.scss';
import { Welcome } from './Welcome';

interface JoinFormProps {
  brand: BrandView;
  promise: string;
  store: StoreView | null;
  stores: readonly StoreView[];
  liveCode: string | undefined;
  onJoined: () => void;
}

/** One consent, one tap: the phone number may come along, or may not. */
export function JoinForm({ brand, promise, store: nearest, stores, liveCode, onJoined }: JoinFormProps) {
  const [agreed, setAgreed] = useState(false);
  const [marketing, setMarketing] = useState(false);
  const [picking, setPicking] = useState(false);
  const [chosen, setChosen] = useState<StoreView>();
  const store = chosen ?? nearest;
  const join = useJoin();

  const joining = useAction(
    async (phoneCode?: string) => {
      await join({ brandId: brand.id, liveCode, phoneCode, marketing });
      say('欢迎，会员卡已经放进这里了。');
      onJoined();
    },
    { once: true },
  );

  const unlessAgreed = () => say('请先看一下并勾选服务约定与隐私保护指引。');

  return (
    <Page>
      <Welcome brand={brand} store={store} title="做个老主顾" text={promise} />
      {store && (
        <Block
          aside={
            stores.length > 1 && (
              <View className={styles.change} onClick={() => setPicking(true)}>
                换一家
                <Icon name="chevron" />
              </View>
            )
          }
          title="常去的店"
        >
          <StoreSummary store={store} />
        </Block>
      )}
      <View>
        <ConsentChoice checked={agreed} onChange={setAgreed} withGuide>
          我同意服务约定和隐私保护指引
        </ConsentChoice>
        <ConsentChoice checked={marketing} onChange={setMarketing}>
          有新品和会员日时可以告诉我（随时能关）
        </ConsentChoice>
      </View>
      <View className={styles.actions}>
        {agreed ? (
          <PhoneButton
            className={buttonClass({ block: true, busy: joining.busy })}
            disabled={joining.busy}
            onCode={(code) => joining.run(code)}
            onRefused={() => say('没关系，不留手机号也能入会，点“暂不留手机号”就好。')}
          >
            用手机号入会
          </PhoneButton>
        ) : (
          <Button block onClick={unlessAgreed}>
            用手机号入会
          </Button>
        )}
        <Button
          kind="quiet"
          block
          busy={joining.busy}
          onClick={() => (agreed ? joining.run() : unlessAgreed())}
        >
          暂不留手机号，直接入会
        </Button>
        <View className={styles.note}>手机号只用来在换手机、忘带卡时认出你，不会拿去打广告。</View>
      </View>
      {picking && (
        <StorePicker
          stores={stores}
          chosenId={store?.id}
          onChoose={(picked) => {
            setChosen(picked);
            chooseStore(brand.id, picked.id);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Page>
  );
}
