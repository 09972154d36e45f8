import { AFTER_SALE_KIND_TEXT, AFTER_SALE_STATUS_TEXT, formatFen } from '@regulars/shared';
import { sentenceOf } from '@/api/problem';
import { MembersOnly } from '@/features/members';
import { useAfterSales } from '@/features/service';
import { open } from '@/platform/navigate';
import { useOnPullDown, useOnShow } from '@/platform/page';
import { day } from '@/text/time';
import { Block } from '@/ui/Block';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListEnd } from '@/ui/ListEnd';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { ListSkeleton } from '@/ui/Skeleton';

export default function AfterSalesPage() {
  return (
    <Page>
      <MembersOnly text="入会以后，售后的进度都会在这里。">
        {(brandId) => <AfterSales brandId={brandId} />}
      </MembersOnly>
    </Page>
  );
}

function AfterSales({ brandId }: { brandId: string }) {
  const { items, error, refresh, ...rest } = useAfterSales(brandId);
  useOnShow(() => void refresh());
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
        title="没有售后记录"
        text="买的东西有问题，可以在订单里申请售后。"
        action={{ label: '看看订单', onClick: () => open('orders') }}
      />
    );
  }
  return (
    <>
      <Block flush>
        {items.map(({ id, kind, status, lines, amountFen, createdAt }) => (
          <Row
            key={id}
            title={lines.map(({ name }) => name).join('、')}
            note={[AFTER_SALE_KIND_TEXT[kind], amountFen > 0 && formatFen(amountFen), day(createdAt)]
              .filter(Boolean)
              .join(' · ')}
            value={AFTER_SALE_STATUS_TEXT[status]}
            onClick={() => open('afterSale', { id })}
          />
        ))}
      </Block>
      <ListEnd {...rest} />
    </>
  );
}
