import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { Button, Drawer, Layout } from 'antd';
import { MenuOutlined } from '@ant-design/icons';
import { texts } from '../texts';
import { useNarrow } from '../ui/use-narrow';
import { AccountMenu } from './AccountMenu';
import { BrandSwitcher } from './BrandSwitcher';
import { Logo } from '../ui/Logo';
import { MainMenu } from './MainMenu';
import './shell.css';

/** The frame around every page: menu, brand, account. On narrow screens the menu waits in a drawer. */
export function Shell() {
  const narrow = useNarrow('lg');
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    setOpen(false);
    main.current?.scrollTo(0, 0);
  }, [pathname]);

  return (
    <Layout className="shell">
      <a className="skip-link" href="#main">
        {texts.shell.skip}
      </a>
      {narrow ? (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          width={264}
          title={<Logo />}
          styles={{ body: { padding: 8 } }}
        >
          <MainMenu />
        </Drawer>
      ) : (
        <Layout.Sider width={216} className="shell-sider">
          <div className="shell-logo">
            <Logo />
          </div>
          <MainMenu />
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="shell-header">
          {narrow && (
            <Button
              type="text"
              icon={<MenuOutlined />}
              aria-label={texts.shell.openMenu}
              onClick={() => setOpen(true)}
            />
          )}
          <BrandSwitcher />
          <span className="shell-space" />
          <AccountMenu compact={narrow} />
        </Layout.Header>
        <main id="main" ref={main} tabIndex={-1} className="shell-main">
          <Outlet />
        </main>
      </Layout>
    </Layout>
  );
}
