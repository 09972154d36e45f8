import { CARRIERS, CARRIER_CODES, type Carrier } from '@regulars/shared';
import { useState } from 'react';
import type { SendBackInput } from '@/api/views';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';

interface SendBackSheetProps {
  busy: boolean;
  onSend: (parcel: SendBackInput) => void;
  onClose: () => void;
}

export function SendBackSheet({ busy, onSend, onClose }: SendBackSheetProps) {
  const [company, setCompany] = useState<Carrier>();
  const [trackingNo, setTrackingNo] = useState('');
  const filled = company !== undefined && trackingNo.trim() !== '';
  return (
    <Sheet
      open
      title="寄回的快递"
      onClose={onClose}
      footer={
        <Button
          block
          busy={busy}
          disabled={!filled}
          onClick={() => company && onSend({ company, trackingNo: trackingNo.trim() })}
        >
          确认寄回
        </Button>
      }
    >
      <Field label="运单号" value={trackingNo} placeholder="快递单上的号码" onChange={setTrackingNo} />
      {CARRIER_CODES.map((code) => (
        <Row
          key={code}
          title={CARRIERS[code]}
          value={code === company && <Icon name="check" />}
          onClick={() => setCompany(code)}
        />
      ))}
    </Sheet>
  );
}
