import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Menu } from 'antd';
import {
  AuditOutlined,
  CoffeeOutlined,
  ContactsOutlined,
  GiftOutlined,
  HomeOutlined,
  InboxOutlined,
  ShopOutlined,
  ShoppingOutlined,
  SmileOutlined,
} from '@ant-design/icons';
import { texts } from '../texts';
import { PAGES, type PageName } from './access';
import { paths } from './paths';
import { useSession } from './session';

const ICONS: Record<PageName, ReactNode> = {
  overview: <HomeOutlined />,
  members: <SmileOutlined />,
  orders: <ShoppingOutlined />,
  products: <CoffeeOutlined />,
  stock: <InboxOutlined />,
  rewards: <GiftOutlined />,
  stores: <ShopOutlined />,
  staff: <ContactsOutlined />,
  audit: <AuditOutlined />,
};

export function MainMenu() {
  const { brand, canOpen } = useSession();
  const section = useLocation().pathname.split('/')[3] ?? '';
  return (
    <nav aria-label={texts.shell.menu}>
      <Menu
        mode="inline"
        selectedKeys={[section]}
        items={PAGES.filter(canOpen).map((page) => ({
          key: page,
          icon: ICONS[page],
          label: <Link to={paths.page(brand.id, page)}>{texts.shell.pages[page]}</Link>,
        }))}
      />
    </nav>
  );
}
