import { REVIEW_STATUS_TEXT } from '@regulars/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { OwnReviewView } from '@/api/views';
import { MembersOnly } from '@/features/members';
import {
  PictureInput,
  ReviewText,
  Stars,
  TextArea,
  useMyReviews,
  useReviewActions,
} from '@/features/service';
import { open } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { useOnPullDown } from '@/platform/page';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { Sheet } from '@/ui/Sheet';
import { ListSkeleton } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';

export default function ReviewsPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，你的评价都会在这里。">
        {(brandId) => <Reviews brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function Reviews({ brandId }: { brandId: string }) {
  const { items, error, refresh, ...rest } = useMyReviews(brandId);
  const [adding, setAdding] = useState<OwnReviewView>();
  useOnPullDown(refresh);
  if (!items) {
    return error ? (
      <ErrorState text={sentenceOf(error)} onRetry={() => void refresh()} />
    ) : (
      <ListSkeleton rows={4} />
    );
  }
  if (items.length === 0) {
    return (
      <Empty
        drawing="letter"
        title="还没有评价"
        text="收到商品以后，可以在订单里说说感受。"
        action={{ label: '看看订单', onClick: () => open('orders') }}
      />
    );
  }
  return (
    <>
      {items.map((review) => (
        <Block key={review.id}>
          <ReviewText
            {...review}
            head={
              <>
                <Stars value={review.stars} />
                <Tag tone={review.status === 'public' ? 'good' : 'plain'}>
                  {REVIEW_STATUS_TEXT[review.status]}
                </Tag>
              </>
            }
          />
          {review.hiddenReason && <View>{`未公开的原因：${review.hiddenReason}`}</View>}
          {review.moreStatus === null && (
            <Button kind="line" size="small" onClick={() => setAdding(review)}>
              追加评价
            </Button>
          )}
        </Block>
      ))}
      <ListEnd {...rest} />
      {adding && <AddMore review={adding} onClose={() => setAdding(undefined)} />}
    </>
  );
}

function AddMore({ review, onClose }: { review: OwnReviewView; onClose: () => void }) {
  const [text, setText] = useState('');
  const [pictures, setPictures] = useState<string[]>([]);
  const { addMore } = useReviewActions();
  const sending = useAction(async () => {
    await addMore(review.id, { text: text.trim(), pictures });
    say('谢谢，审核之后大家就能看到');
    onClose();
  });
  return (
    <Sheet
      open
      title="追加评价"
      onClose={onClose}
      footer={
        <Button block busy={sending.busy} disabled={text.trim() === ''} onClick={sending.run}>
          提交
        </Button>
      }
    >
      <TextArea value={text} placeholder="用了一阵，有什么新感受" maxLength={500} onChange={setText} />
      <PictureInput urls={pictures} onChange={setPictures} />
    </Sheet>
  );
}
