import { useState } from 'react';
import { Button, Input, Space } from 'antd';
import { texts } from '../texts';
import { Picture } from './Picture';
import './picture-field.css';

const t = texts.pictures;

/** The media of the house, or https; the server takes nothing else. */
const ADDRESS = /^(\/media\/[\w./-]+|https:\/\/[\x21-\x7e]+)$/;

interface PictureFieldProps {
  /** Set by the form. */
  id?: string;
  value?: string[];
  onChange?: (pictures: string[]) => void;
  max: number;
}

/** Pictures by their address, seen at once; the first one is the cover. */
export function PictureField({ id, value = [], onChange, max }: PictureFieldProps) {
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);

  function add() {
    const trimmed = address.trim();
    if (!ADDRESS.test(trimmed)) {
      setWrong(true);
      return;
    }
    setWrong(false);
    setAddress('');
    if (!value.includes(trimmed)) {
      onChange?.([...value, trimmed]);
    }
  }

  return (
    <div className="picture-field">
      {value.map((url, index) => (
        <figure key={url}>
          <Picture url={url} name={t.nth(index + 1)} size={88} />
          <Button size="small" onClick={() => onChange?.(value.filter((one) => one !== url))}>
            {t.remove}
          </Button>
        </figure>
      ))}
      {value.length < max && (
        <div className="picture-add">
          <Space.Compact block>
            <Input
              id={id}
              value={address}
              status={wrong ? 'error' : undefined}
              placeholder={t.address}
              aria-label={t.address}
              maxLength={500}
              onChange={(event) => setAddress(event.target.value)}
              onPressEnter={(event) => {
                event.preventDefault();
                add();
              }}
            />
            <Button onClick={add}>{t.add}</Button>
          </Space.Compact>
          {wrong && <div className="picture-wrong">{t.wrong}</div>}
        </div>
      )}
    </div>
  );
}
