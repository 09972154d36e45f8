import { Button, Drawer, Empty, Form, Input, List, Space } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import type { Category } from '../../api/types';
import { useBrandId } from '../../app/session';
import { texts } from '../../texts';
import { FormProblem } from '../../ui/FormProblem';
import { required } from '../../ui/rules';
import { useDone } from '../../ui/use-done';
import { useProblemForm } from '../../ui/use-problem-form';

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
  const { form, busy, problem, submit, reset } = useProblemForm<{ name: string }>(async ({ name }) => {
    const added = await api.post('/api/admin/categories', { body: { brandId, name: name.trim() } });
    await queryClient.invalidateQueries({ queryKey: keys.categories(brandId) });
    reset();
    done(t.categoryAdded(added.name));
  });
  return (
    <Drawer title={t.categories} open={open} onClose={onClose} width="min(420px, 100vw)">
      <FormProblem text={problem} />
      <Form form={form} onFinish={(values) => void submit(values)}>
        <Space.Compact block>
          <Form.Item name="name" noStyle rules={[required(t.categoryNew)]}>
            <Input maxLength={20} placeholder={t.categoryNew} aria-label={t.categoryNew} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t.categoryAdd}
          </Button>
        </Space.Compact>
      </Form>
      <List
        dataSource={[...categories]}
        rowKey="id"
        renderItem={({ name }) => <List.Item>{name}</List.Item>}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.categoriesEmpty} /> }}
      />
    </Drawer>
  );
}
