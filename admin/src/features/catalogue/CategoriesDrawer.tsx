import { Button, Drawer, Empty, Form, Input, List, Popconfirm, Select, Space } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import type { Category } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormProblem } from '../../ui/FormProblem';
import { required } from '../../ui/rules';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { useProblemForm } from '../../ui/use-problem-form';
import { categoryOptions } from './category-options';

const t = texts.catalogue;

interface CategoriesDrawerProps {
  categories: readonly Category[];
  open: boolean;
  onClose: () => void;
}

export function CategoriesDrawer({ categories, open, onClose }: CategoriesDrawerProps) {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  const done = useDone();
  const { form, busy, problem, submit, reset } = useProblemForm<{ name: string; parentId?: string }>(
    async ({ name, parentId = null }) => {
      const added = await api.post('/api/admin/categories', {
        body: { brandId, name: name.trim(), parentId },
      });
      await queryClient.invalidateQueries({ queryKey: keys.categories(brandId) });
      reset();
      done(t.categoryAdded(added.name));
    },
  );
  return (
    <Drawer title={t.categories} open={open} onClose={onClose} width="min(420px, 100vw)">
      <FormProblem text={problem} />
      <Form form={form} onFinish={(values) => void submit(values)}>
        <Space.Compact block>
          <Form.Item name="name" noStyle rules={[required(t.categoryNew)]}>
            <Input maxLength={20} placeholder={t.categoryNew} aria-label={t.categoryNew} />
          </Form.Item>
          <Form.Item name="parentId" noStyle>
            <Select
              allowClear
              placeholder={t.categoryParent}
              aria-label={t.categoryParent}
              options={categoryOptions(categories)}
              style={{ minWidth: 130 }}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t.categoryAdd}
          </Button>
        </Space.Compact>
      </Form>
      <List
        dataSource={categoryOptions(categories)}
        rowKey="value"
        renderItem={({ value, label }) => (
          <List.Item actions={[<ArchiveButton key="archive" id={value} name={label} />]}>{label}</List.Item>
        )}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.categoriesEmpty} /> }}
      />
    </Drawer>
  );
}

/** The server says when something is still in it. */
function ArchiveButton({ id, name }: { id: string; name: string }) {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  const done = useDone();
  const { busy, run } = useAction(async () => {
    await api.patch('/api/admin/categories/{id}', { path: { id }, body: { archived: true } });
    await queryClient.invalidateQueries({ queryKey: keys.categories(brandId) });
    done(t.categoryArchived(name));
  });
  return (
    <Popconfirm title={t.categoryArchiveSure(name)} okText={t.categoryArchive} onConfirm={run}>
      <Button size="small" loading={busy}>
        {t.categoryArchive}
      </Button>
    </Popconfirm>
  );
}
