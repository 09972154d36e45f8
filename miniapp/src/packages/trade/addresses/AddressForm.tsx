import { useState } from 'react';
import { useAction } from '@/api/use-action';
import { RegionField } from '@/ui/RegionField';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { EMPTY_DRAFT, problemsOf, type AddressDraft } from './address-draft';

interface AddressFormProps {
  onSave: (address: AddressDraft) => Promise<void>;
  onCancel: () => void;
}

export function AddressForm({ onSave, onCancel }: AddressFormProps) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [tried, setTried] = useState(false);
  const saving = useAction(onSave);
  const problems = problemsOf(draft);
  const shown = tried ? problems : {};
  const edit = (change: Partial<AddressDraft>) => setDraft((current) => ({ ...current, ...change }));

  const save = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) {
      saving.run(draft);
    }
  };

  return (
    <>
      <Block flush>
        <Field
          label="收件人"
          value={draft.name}
          onChange={(name) => edit({ name })}
          error={shown.name}
          maxLength={20}
        />
        <Field
          label="手机号"
          type="number"
          value={draft.phone}
          onChange={(phone) => edit({ phone })}
          error={shown.phone}
          maxLength={11}
        />
        <RegionField value={draft} onChange={edit} error={shown.district} />
        <Field
          label="详细地址"
          value={draft.detail}
          onChange={(detail) => edit({ detail })}
          placeholder="街道、小区、门牌号"
          error={shown.detail}
          maxLength={80}
        />
      </Block>
      <Button block busy={saving.busy} onClick={save}>
        保存
      </Button>
      <Button kind="quiet" block onClick={onCancel}>
        先不添了
      </Button>
    </>
  );
}
