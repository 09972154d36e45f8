import { Link } from 'react-router';
import { Card, Tooltip } from 'antd';
import { InfoCircleOutlined, RightOutlined } from '@ant-design/icons';
import type { Figure } from '../../api/types';
import { texts } from '../../texts';
import { formatFigure } from './figures';
import './figure-card.css';

interface FigureCardProps {
  figure: Figure;
  /** The first figures of the house are drawn larger. */
  leading?: boolean;
  link?: { to: string; text: string };
}

export function FigureCard({ figure, leading = false, link }: FigureCardProps) {
  const { value, unit } = formatFigure(figure);
  return (
    <Card className={leading ? 'figure-card figure-card-leading' : 'figure-card'}>
      <div className="figure-label">
        {figure.label}
        <Tooltip title={figure.definition}>
          <button
            type="button"
            className="figure-info"
            aria-label={texts.overview.definitionOf(figure.label)}
          >
            <InfoCircleOutlined />
          </button>
        </Tooltip>
      </div>
      <div className="figure-value">
        {value}
        {unit && <span className="figure-unit">{unit}</span>}
      </div>
      {link && (
        <Link to={link.to} className="figure-link">
          {link.text} <RightOutlined />
        </Link>
      )}
    </Card>
  );
}
