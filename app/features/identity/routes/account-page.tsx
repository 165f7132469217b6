import type { ReactNode } from 'react';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { IdentityRefusal } from '../text.ts';
import { identityRefusal } from '../text.ts';
import { accountText } from './text.ts';

const parts = [
  { key: 'profile', href: '/tai-khoan' },
  { key: 'password', href: '/tai-khoan/mat-khau' },
  { key: 'factor', href: '/tai-khoan/xac-thuc-hai-lop' },
  { key: 'passkeys', href: '/tai-khoan/khoa-truy-cap' },
  { key: 'sessions', href: '/tai-khoan/phien' },
  { key: 'tokens', href: '/tai-khoan/khoa-api' },
  { key: 'delegations', href: '/tai-khoan/uy-quyen' },
  { key: 'outside', href: '/tai-khoan/lien-thong' },
] as const;

type AccountPageProps = {
  readonly part: (typeof parts)[number]['key'];
  readonly done?: string | undefined;
  readonly refusal?: IdentityRefusal | undefined;
  readonly children: ReactNode;
};

/** One's own account: a page per part, under one row of tabs. */
export function AccountPage({ part, done, refusal, children }: AccountPageProps) {
  const tabs = parts.map(({ key, href }) => ({ label: accountText.tabs[key], href, current: key === part }));
  return (
    <Page title={accountText.title}>
      <title>{`${accountText.tabs[part]} · ${accountText.title}`}</title>
      <Tabs tabs={tabs} />
      {done && !refusal && <Notice kind="success">{done}</Notice>}
      {refusal && <Notice kind="refusal">{identityRefusal(refusal)}</Notice>}
      {children}
    </Page>
  );
}
