import { Tabs } from '../../../ui/Tabs.tsx';
import { appraisalText as said } from '../text.ts';

const pages = [
  { key: 'desk', label: said.desk, href: '/khen-thuong/tham-dinh' },
  { key: 'flags', label: said.flags, href: '/khen-thuong/tham-dinh/canh-bao' },
  { key: 'bodies', label: said.bodies, href: '/khen-thuong/tham-dinh/co-quan' },
] as const;

export function AppraisalTabs({ current }: { readonly current: (typeof pages)[number]['key'] }) {
  return <Tabs tabs={pages.map(({ key, ...page }) => ({ ...page, current: key === current }))} />;
}
