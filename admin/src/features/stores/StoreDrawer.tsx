import { api } from '../../api/api';
import { changedFields } from '../../api/changed-fields';
import type { Store } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDone } from '../../ui/use-done';
import { draftOfStore, NEW_STORE, storeInput, type StoreDraft } from './store-draft';
import { StoreFields } from './StoreFields';
import { useStoresChanged } from './use-stores';

interface StoreDrawerProps {
  /** Absent: a new one. */
  store?: Store;
  open: boolean;
  onClose: () => void;
}

export function StoreDrawer({ store, open, onClose }: StoreDrawerProps) {
  const brandId = useBrandId();
  const storesChanged = useStoresChanged();
  const done = useDone();

  async function save(draft: StoreDraft) {
    const body = storeInput(draft);
    const saved = store
      ? await api.patch('/api/admin/stores/{id}', {
          path: { id: store.id },
          body: changedFields(store, body),
        })
      : await api.post('/api/admin/stores', { body: { brandId, ...body } });
    await storesChanged();
    done(store ? texts.stores.saved(saved.name) : texts.stores.created(saved.name));
    onClose();
  }

  return (
    <FormDrawer
      title={store ? texts.stores.editTitle : texts.stores.create}
      open={open}
      initialValues={store ? draftOfStore(store) : NEW_STORE}
      onSubmit={save}
      onClose={onClose}
    >
      <StoreFields />
    </FormDrawer>
  );
}
