import { useSearchParams } from 'react-router';
import { Image, Rate, Space, Tabs } from 'antd';
import { REVIEW_STATUSES, REVIEW_STATUS_TEXT, type ReviewStatus } from '@regulars/shared';
import { api } from '../api/api';
import { keys } from '../api/keys';
import type { Review } from '../api/types';
import { useBrandId, useSession } from '../app/session';
import { ReviewActions } from '../features/reviews/ReviewActions';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';
import { RecordList } from '../ui/RecordList';
import { StatusTag, type Tone } from '../ui/StatusTag';
import type { Column } from '../ui/records';
import { useKeysetList } from '../ui/use-keyset-list';
import { Moment } from '../ui/values';

const t = texts.reviews;
const ALL = 'all';
const TONE: Record<ReviewStatus, Tone> = { checking: 'wait', public: 'good', held: 'todo', hidden: 'calm' };

const COLUMNS: readonly Column<Review>[] = [
  { key: 'goods', title: t.goods, render: (row) => row.goodsName },
  { key: 'author', title: t.author, render: (row) => row.author },
  { key: 'stars', title: t.stars, render: (row) => <Rate disabled value={row.stars} /> },
  { key: 'text', title: t.text, render: (row) => <Words review={row} /> },
  {
    key: 'status',
    title: t.status,
    render: (row) => (
      <Space direction="vertical" size={4}>
        <StatusTag tone={TONE[row.status]}>{REVIEW_STATUS_TEXT[row.status]}</StatusTag>
        {row.moreStatus && (
          <StatusTag tone={TONE[row.moreStatus]}>
            {t.moreStatus(REVIEW_STATUS_TEXT[row.moreStatus])}
          </StatusTag>
        )}
      </Space>
    ),
  },
  { key: 'at', title: t.at, render: (row) => <Moment at={row.createdAt} /> },
];

export function Page() {
  const brandId = useBrandId();
  const { can } = useSession();
  const [params, setParams] = useSearchParams();
  const status = REVIEW_STATUSES.find((candidate) => candidate === params.get('status'));
  const list = useKeysetList(keys.reviews(brandId, { status }), (paging) =>
    api.get('/api/admin/reviews', { query: { brandId, status, ...paging } }),
  );
  return (
    <PageFrame title={t.title} hint={t.hint}>
      <Tabs
        items={[
          { key: ALL, label: t.all },
          ...REVIEW_STATUSES.map((key) => ({ key, label: REVIEW_STATUS_TEXT[key] })),
        ]}
        activeKey={status ?? ALL}
        onChange={(key) => setParams(key === ALL ? {} : { status: key })}
      />
      <RecordList
        label={t.title}
        list={list}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        empty={t.empty}
        actions={can('reviews.moderate') ? (review) => <ReviewActions review={review} /> : undefined}
      />
    </PageFrame>
  );
}

function Words({ review }: { review: Review }) {
  const pictures = [...review.pictures, ...review.morePictures];
  return (
    <>
      {review.text !== '' && <p>{review.text}</p>}
      {review.moreText !== null && <p>{t.more(review.moreText)}</p>}
      {review.reply !== null && <p>{t.repliedWith(review.reply)}</p>}
      {pictures.length > 0 && (
        <Image.PreviewGroup>
          {pictures.map((url) => (
            <Image key={url} src={url} width={48} height={48} alt={t.text} />
          ))}
        </Image.PreviewGroup>
      )}
    </>
  );
}
