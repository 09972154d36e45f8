import { STAFF_ROLE_TEXT } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/api/use-action';
import type { StaffView } from '@/api/views';
import { StaffOnly, useStaff } from '@/features/staff';
import { open } from '@/platform/navigate';
import { scan } from '@/platform/scan';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';
import styles from './index.module.scss';

export default function WorkbenchPage() {
  return (
    <Page>
      <StaffOnly>{(staff) => <Workbench staff={staff} />}</StaffOnly>
    </Page>
  );
}

/** What stands behind the counter; what of it is shown, the server's permissions decide. */
function Workbench({ staff }: { staff: StaffView }) {
  const { store, chooseStore, can } = useStaff();
  const [choosing, setChoosing] = useState(false);
  const scanning = useAction(async () => {
    const memberCode = await scan();
    if (memberCode) {
      open('staffMember', { code: memberCode });
    }
  });

  return (
    <>
      <View className={styles.head}>
        <View className={styles.name}>{`${staff.name} · ${STAFF_ROLE_TEXT[staff.role]}`}</View>
        <View className={styles.store} onClick={() => setChoosing(staff.stores.length > 1)}>
          {store?.name}
          {staff.stores.length > 1 && <Icon name="chevron" />}
        </View>
      </View>
      {can('members.look-up') && (
        <Button block busy={scanning.busy} onClick={scanning.run}>
          <Icon name="scan" />
          扫会员码
        </Button>
      )}
      <Block flush>
        {(can('pickups.hand-over') || can('redemptions.collect')) && (
          <Row
            icon="bag"
            title="核销取货码、兑换码"
            note="扫码，或者输入客人报的数字"
            onClick={() => open('handOver')}
          />
        )}
        {can('today.see') && (
          <Row icon="clock" title="今日门店" note="到店、待取货、待领礼品" onClick={() => open('today')} />
        )}
        {can('store-code.show') && (
          <Row
            icon="qr"
            title="门店签到码"
            note="放在柜台给客人扫，会自动更新"
            onClick={() => open('storeCode')}
          />
        )}
      </Block>
      {choosing && (
        <Sheet open title="今天在哪家店" onClose={() => setChoosing(false)}>
          {staff.stores.map(({ id, name }) => (
            <Row
              key={id}
              title={name}
              value={id === store?.id && <Icon name="check" />}
              onClick={() => {
                chooseStore(id);
                setChoosing(false);
              }}
            />
          ))}
        </Sheet>
      )}
    </>
  );
}
