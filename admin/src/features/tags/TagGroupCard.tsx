import { useState } from 'react';
import { Button, Card, List, Space, Tag as Badge, Typography } from 'antd';
import { api } from '../../api/api';
import type { Tag, TagGroup } from '../../api/types';
import { Allowed } from '../../app/AllowedPage';
import { texts } from '../../texts';
import { formatCount } from '../../ui/format';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { TagDialog } from './TagDialog';
import { useTagsChanged } from './use-tags';

const t = texts.tags;

interface TagGroupCardProps {
  group: TagGroup;
  tags: readonly Tag[];
  /** Members of the brand, to compare with. */
  members: number;
}

export function TagGroupCard({ group, tags, members }: TagGroupCardProps) {
  const [adding, setAdding] = useState(false);
  return (
    <Card
      title={
        <Space wrap>
          {group.name}
          {group.exclusive && <Badge>{t.exclusive}</Badge>}
          {group.byStaff && <Badge>{t.byStaff}</Badge>}
        </Space>
      }
      extra={
        <Allowed to="tags.edit">
          <Button size="small" onClick={() => setAdding(true)}>
            {t.createTag}
          </Button>
        </Allowed>
      }
    >
      <List
        dataSource={[...tags]}
        rowKey={(tag) => tag.id}
        locale={{ emptyText: t.emptyGroup }}
        renderItem={(tag) => <TagRow tag={tag} members={members} />}
      />
      {adding && <TagDialog group={group} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function TagRow({ tag, members }: { tag: Tag; members: number }) {
  const share = members === 0 ? '0%' : `${((tag.members / members) * 100).toFixed(1)}%`;
  return (
    <List.Item
      actions={[
        <Allowed key="retire" to="tags.edit">
          <RetireButton tag={tag} />
        </Allowed>,
      ]}
    >
      <List.Item.Meta
        title={
          <Space>
            {tag.name}
            {tag.retiredAt !== null && <Badge>{t.retired}</Badge>}
          </Space>
        }
        description={tag.description}
      />
      <Typography.Text type="secondary">{t.members(formatCount(tag.members), share)}</Typography.Text>
    </List.Item>
  );
}

/** Retires a tag or brings it back; either can be undone. */
function RetireButton({ tag }: { tag: Tag }) {
  const tagsChanged = useTagsChanged();
  const done = useDone();
  const retired = tag.retiredAt !== null;

  async function set(value: boolean) {
    await api.patch('/api/admin/tags/{id}', { path: { id: tag.id }, body: { retired: value } });
    await tagsChanged();
  }

  const toggle = useAction(async () => {
    await set(!retired);
    done(retired ? t.wasRevived(tag.name) : t.wasRetired(tag.name), () => set(retired));
  });
  return (
    <Button size="small" type="text" loading={toggle.busy} onClick={toggle.run}>
      {retired ? t.revive : t.retire}
    </Button>
  );
}
