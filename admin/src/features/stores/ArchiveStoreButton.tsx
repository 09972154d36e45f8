import { App, Button } from 'antd';
import { api } from '../../api/api';
import type { Store } from '../../api/types';
import { texts } from '../../texts';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { useStoresChanged } from './use-stores';

const t = texts.stores;

/** Closes a store for customers after a question, or opens it again. */
export function ArchiveStoreButton({ store }: { store: Store }) {
  const { modal } = App.useApp();
  const storesChanged = useStoresChanged();
  const done = useDone();

  async function move(archived: boolean) {
    await api.patch('/api/admin/stores/{id}', { path: { id: store.id }, body: { archived } });
    await storesChanged();
  }

  const toggle = useAction(async () => {
    await move(!store.archived);
    const text = store.archived ? t.reopenDone(store.name) : t.archiveDone(store.name);
    done(text, () => move(store.archived));
  });

  function ask() {
    modal.confirm({
      title: t.archiveTitle(store.name),
      content: t.archiveText,
      okText: t.archive,
      okButtonProps: { danger: true },
      cancelText: texts.common.cancel,
      onOk: toggle.run,
    });
  }

  return (
    <Button danger={!store.archived} loading={toggle.busy} onClick={store.archived ? toggle.run : ask}>
      {store.archived ? t.reopen : t.archive}
    </Button>
  );
}
