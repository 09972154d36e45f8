import { useState } from 'react';
import { Button, Card, Empty } from 'antd';
import { Allowed } from '../app/AllowedPage';
import { TagGroupCard } from '../features/tags/TagGroupCard';
import { TagGroupDialog } from '../features/tags/TagGroupDialog';
import { useTags } from '../features/tags/use-tags';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';

const t = texts.tags;

export function Page() {
  const [creating, setCreating] = useState(false);
  return (
    <PageFrame
      title={t.title}
      hint={t.hint}
      actions={
        <Allowed to="tags.edit">
          <Button type="primary" onClick={() => setCreating(true)}>
            {t.createGroup}
          </Button>
        </Allowed>
      }
    >
      <Loaded query={useTags()}>
        {({ groups, tags, members }) =>
          groups.length === 0 ? (
            <Card>
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.empty} />
            </Card>
          ) : (
            groups.map((group) => (
              <TagGroupCard
                key={group.id}
                group={group}
                tags={tags.filter(({ groupId }) => groupId === group.id)}
                members={members}
              />
            ))
          )
        }
      </Loaded>
      <TagGroupDialog open={creating} onClose={() => setCreating(false)} />
    </PageFrame>
  );
}
