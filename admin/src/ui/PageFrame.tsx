import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Typography } from 'antd';
import { texts } from '../texts';
import './page-frame.css';

interface PageProps {
  title: string;
  /** One sentence on what the page is for. */
  hint?: ReactNode;
  back?: { to: string; text: string };
  actions?: ReactNode;
  children: ReactNode;
}

export function PageFrame({ title, hint, back, actions, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <div className="page">
      {back && (
        <Link to={back.to} className="page-back">
          <ArrowLeftOutlined /> {back.text}
        </Link>
      )}
      <header className="page-head">
        <div className="page-title">
          <Typography.Title level={1}>{title}</Typography.Title>
          {hint && <Typography.Text type="secondary">{hint}</Typography.Text>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${texts.common.product}`;
  }, [title]);
}
