import { Link } from 'react-router';
import { Alert, Card, Descriptions, Drawer, Image, Timeline } from 'antd';
import { AFTER_SALE_KIND_TEXT, AFTER_SALE_REASON_TEXT } from '@regulars/shared';
import { Allowed } from '../../app/AllowedPage';
import { paths } from '../../app/paths';
import { useBrandId } from '../../app/session';
import type { AfterSale } from '../../api/types';
import { texts } from '../../texts';
import { Loaded } from '../../ui/Loaded';
import { Fen, Moment } from '../../ui/values';
import { AfterSaleActions } from './AfterSaleActions';
import './after-sales.css';
import { AfterSaleStatusTag } from './AfterSaleStatusTag';
import { useAfterSale } from './use-after-sales';

const t = texts.afterSales;

/** One request: what was bought on the left, what the customer shows of it on the right. */
export function AfterSaleDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const afterSale = useAfterSale(id);
  return (
    <Drawer
      title={t.one}
      open
      onClose={onClose}
      width="min(920px, 100vw)"
      extra={
        <Allowed to="after-sales.decide">
          {afterSale.data && <AfterSaleActions afterSale={afterSale.data} />}
        </Allowed>
      }
    >
      <Loaded query={afterSale}>{(found) => <Detail afterSale={found} />}</Loaded>
    </Drawer>
  );
}

function Detail({ afterSale }: { afterSale: AfterSale }) {
  const brandId = useBrandId();
  const { kind, reason, status, amountFen, dueAt, escalated, lines, events } = afterSale;
  return (
    <div className="after-sale-columns">
      <Card size="small" title={AFTER_SALE_KIND_TEXT[kind]} extra={<AfterSaleStatusTag status={status} />}>
        <Descriptions column={1} size="small">
          {lines.map(({ lineId, name, quantity, amountFen: fen }) => (
            <Descriptions.Item key={lineId} label={`${name} × ${quantity}`}>
              <Fen value={fen} />
            </Descriptions.Item>
          ))}
          <Descriptions.Item label={t.amount}>
            <Fen value={amountFen} />
          </Descriptions.Item>
          <Descriptions.Item label={t.reason}>{AFTER_SALE_REASON_TEXT[reason]}</Descriptions.Item>
          {dueAt && (
            <Descriptions.Item label={t.due}>
              <Moment at={dueAt} />
              {escalated && ` ${t.overdue}`}
            </Descriptions.Item>
          )}
          {afterSale.returnTrackingNo && (
            <Descriptions.Item label={t.returned}>
              {`${afterSale.returnCompany ?? ''} ${afterSale.returnTrackingNo}`}
            </Descriptions.Item>
          )}
          <Descriptions.Item label={t.order}>
            <Link to={paths.order(brandId, afterSale.orderId)}>{t.openOrder}</Link>
          </Descriptions.Item>
        </Descriptions>
      </Card>
      <Card size="small" title={t.evidence}>
        {afterSale.textDoubtful && <Alert type="warning" showIcon message={t.doubtful} />}
        {afterSale.text !== '' && <p>{afterSale.text}</p>}
        {afterSale.pictures.length === 0 ? (
          t.noEvidence
        ) : (
          <div className="after-sale-evidence">
            <Image.PreviewGroup>
              {afterSale.pictures.map((url) => (
                <Image key={url} src={url} width={96} height={96} alt={t.evidence} />
              ))}
            </Image.PreviewGroup>
          </div>
        )}
      </Card>
      <Card size="small" title={t.history}>
        <Timeline
          items={events.map(({ at, by, note }) => ({
            key: `${at}${note}`,
            children: (
              <>
                {`${t.by[by]}：${note}`} <Moment at={at} />
              </>
            ),
          }))}
        />
      </Card>
    </div>
  );
}
