import { Link } from 'react-router';
import { Button, Card, Statistic, Tag } from 'antd';
import { DownloadOutlined, EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { LIVE_CODE_CHANNEL_TEXT, LIVE_CODE_STATUS_TEXT } from '@regulars/shared';
import { links } from '../../api/links';
import type { LiveCode } from '../../api/types';
import { paths } from '../../app/paths';
import { useSession } from '../../app/session';
import { texts } from '../../texts';
import { PauseButton } from './PauseButton';
import './live-codes.css';

const t = texts.liveCodes;

interface LiveCodeCardProps {
  code: LiveCode;
  /** Whose page this is: the sheet names this store. */
  storeId: string;
  onEdit: () => void;
}

export function LiveCodeCard({ code, storeId, onEdit }: LiveCodeCardProps) {
  const { brand, can } = useSession();
  const tag = code.status === 'paused' ? LIVE_CODE_STATUS_TEXT.paused : LIVE_CODE_CHANNEL_TEXT[code.channel];
  return (
    <Card title={code.name} extra={<Tag>{tag}</Tag>}>
      <div className="live-code">
        <img src={links.liveCodeQr(code.id)} alt={t.qrAlt(code.name)} width={132} height={132} />
        <div className="live-code-facts">
          <p>{code.promise}</p>
          <Statistic title={t.scans} value={code.scans} />
          <Statistic title={t.joins} value={code.joins} />
        </div>
      </div>
      <div className="live-code-actions">
        <Link to={paths.printSheet(brand.id, storeId, code.id)}>
          <PrinterOutlined /> {t.print}
        </Link>
        <a href={links.liveCodeQr(code.id)} download={`${code.name}.svg`}>
          <DownloadOutlined /> {t.download}
        </a>
        {can('live-codes.edit') && (
          <>
            <Button type="link" className="inline-link" icon={<EditOutlined />} onClick={onEdit}>
              {texts.common.edit}
            </Button>
            <PauseButton code={code} />
          </>
        )}
      </div>
    </Card>
  );
}
