import { Picker } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { MeView } from '@/api/views';
import { MembersOnly, useMe, useMyProfile } from '@/features/members';
import { say } from '@/platform/notice';
import { PhoneButton } from '@/platform/PhoneButton';
import { Block } from '@/ui/Block';
import { Button, buttonClass } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';

const EARLIEST_BIRTHDAY = '1900-01-01';

export default function ProfilePage() {
  const { data: me, error, refetch } = useMe();
  return (
    <Page>
      <MembersOnly text="入会以后，可以留下称呼和生日。">
        {() => {
          if (me) {
            return <Profile me={me} />;
          }
          return error ? (
            <ErrorState text={sentenceOf(error)} onRetry={() => void refetch()} />
          ) : (
            <ListSkeleton />
          );
        }}
      </MembersOnly>
    </Page>
  );
}

function Profile({ me }: { me: MeView }) {
  const { save, bindPhone } = useMyProfile();
  const [name, setName] = useState(me.name ?? '');
  const [birthday, setBirthday] = useState(me.birthday ?? '');

  const saving = useAction(async () => {
    await save({ name: name.trim(), ...(birthday && birthday !== me.birthday ? { birthday } : {}) });
    say('记下了');
  });
  const binding = useAction(async (phoneCode: string) => {
    await bindPhone(phoneCode);
    say('手机号已经留好');
  });

  return (
    <>
      <Block flush>
        <Field
          label="怎么称呼"
          type="nickname"
          value={name}
          onChange={setName}
          placeholder="比如 林先生"
          maxLength={20}
        />
        <Picker
          mode="date"
          value={birthday}
          start={EARLIEST_BIRTHDAY}
          end={today()}
          onChange={({ detail }) => setBirthday(detail.value)}
        >
          <Row title="生日" value={birthday || '告诉我们，生日那天有礼'} onClick={() => undefined} />
        </Picker>
        <Row
          title="手机号"
          note="换手机、忘带卡时，用它认出你"
          value={
            me.phoneMasked ?? (
              <PhoneButton
                className={buttonClass({ kind: 'line', size: 'small', busy: binding.busy })}
                disabled={binding.busy}
                onCode={binding.run}
                onRefused={() => say('没关系，以后想留的时候再来。')}
              >
                留手机号
              </PhoneButton>
            )
          }
        />
      </Block>
      <Button
        block

        busy={saving.busy}
        disabled={name.trim() === ''}
        onClick={saving.run}
      >
        保存
      </Button>
    </>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
