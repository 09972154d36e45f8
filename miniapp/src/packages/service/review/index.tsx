import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { OrderView } from '@/api/views';
import { useOrder } from '@/features/orders';
import { PictureInput, Stars, TextArea, useOrderReviews, useReviewActions } from '@/features/service';
import { open } from '@/platform/navigate';
import { say } from '@/platform/notice';
import { usePageQuery } from '@/platform/page';
import { Block } from '@/ui/Block';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { Skeleton } from '@/ui/Skeleton';

export default function ReviewPage() {
  const { orderId = '' } = usePageQuery();
  const order = useOrder({ id: orderId }, false);
  const reviews = useOrderReviews(orderId, orderId !== '');
  const error = order.error ?? reviews.error;
  if (!order.data || !reviews.data) {
    return (
      <Page>
        {error ? (
          <ErrorState
            text={sentenceOf(error)}
            onRetry={() => {
              void order.refetch();
              void reviews.refetch();
            }}
          />
        ) : (
          <Skeleton bones={['block', 'block']} />
        )}
      </Page>
    );
  }
  const said = new Set(reviews.data.items.map(({ lineId }) => lineId));
  const unsaid = order.data.lines.filter(({ id }) => !said.has(id));
  return (
    <Page>
      {unsaid.length === 0 ? (
        <Empty
          drawing="letter"
          title="都评价过了"
          text="谢谢你说出来。有新的感受，可以在我的评价里追加。"
          action={{ label: '我的评价', onClick: () => open('reviews') }}
        />
      ) : (
        unsaid.map((line) => <Write key={line.id} orderId={orderId} line={line} />)
      )}
    </Page>
  );
}

function Write({ orderId, line }: { orderId: string; line: OrderView['lines'][number] }) {
  const [stars, setStars] = useState(0);
  const [text, setText] = useState('');
  const [pictures, setPictures] = useState<string[]>([]);
  const [anonymous, setAnonymous] = useState(false);
  const { write } = useReviewActions();
  const sending = useAction(async () => {
    await write({ orderId, lineId: line.id, stars, text: text.trim(), pictures, anonymous });
    say('谢谢，审核之后大家就能看到');
  });
  return (
    <Block title={line.name}>
      <Stars value={stars} onChange={setStars} />
      <TextArea
        value={text}
        placeholder="照实说就好：哪里喜欢，哪里不满意"
        maxLength={500}
        onChange={setText}
      />
      <PictureInput urls={pictures} onChange={setPictures} />
      <Row
        title="匿名评价"
        note="别人看不到你是谁"
        value={anonymous && <Icon name="check" />}
        onClick={() => setAnonymous(!anonymous)}
      />
      <View>
        <Button block busy={sending.busy} disabled={stars === 0} onClick={sending.run}>
          提交评价
        </Button>
      </View>
    </Block>
  );
}
