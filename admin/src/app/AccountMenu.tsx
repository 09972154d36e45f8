import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { UserOutlined } from '@ant-design/icons';
import { api } from '../api/api';
import { texts } from '../texts';
import { problemText } from '../ui/problems';
import { forgetSession } from './query-client';
import { useSession } from './session';

export function AccountMenu({ compact }: { compact: boolean }) {
  const { me } = useSession();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => api.delete('/api/admin/session'),
    onSuccess: () => {
      forgetSession(queryClient);
      void message.success(texts.shell.signedOut);
    },
    onError: (error) => void message.error(problemText(error)),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', label: me.email, disabled: true },
          { type: 'divider' },
          { key: 'sign-out', label: texts.shell.signOut, onClick: () => signOut.mutate() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={me.name} loading={signOut.isPending}>
        {compact ? null : me.name}
      </Button>
    </Dropdown>
  );
}
