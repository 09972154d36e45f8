import { useSearchParams } from 'react-router';
import { Button, Card, Empty, Input, Space } from 'antd';
import { memberFilter, type MemberFilter } from '../features/members/member-search';
import { MemberTable } from '../features/members/MemberTable';
import { useMembers } from '../features/members/use-members';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';

const t = texts.members;

export function Page() {
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const filter = memberFilter(search);
  const searchFor = (text: string) => setParams(text.trim() ? { q: text.trim() } : {});
  return (
    <PageFrame title={t.title} hint={t.hint}>
      <Space wrap>
        <Input.Search
          key={search}
          defaultValue={search}
          placeholder={t.search}
          aria-label={t.search}
          enterButton={t.searchAction}
          maxLength={30}
          onSearch={searchFor}
          style={{ width: 'min(360px, calc(100vw - 32px))' }}
        />
        {search && <Button onClick={() => searchFor('')}>{t.searchClear}</Button>}
      </Space>
      {filter ? (
        <Members filter={filter} empty={search ? t.notFound : t.empty} />
      ) : (
        <Card>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.searchIncomplete} />
        </Card>
      )}
    </PageFrame>
  );
}

function Members({ filter, empty }: { filter: MemberFilter; empty: string }) {
  return <MemberTable list={useMembers(filter)} empty={empty} />;
}
