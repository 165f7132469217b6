import { Tabs } from '../../../ui/Tabs.tsx';
import { unitText } from '../page.text.ts';

/** The three things that can be done to a unit. */
export function ShapingTabs({ code, current }: { readonly code: string; readonly current: string }) {
  const base = `/quan-tri/don-vi/${code}`;
  const tabs = [
    { label: unitText.change, href: `${base}/doi` },
    { label: unitText.correct, href: `${base}/dinh-chinh` },
    { label: unitText.dissolve, href: `${base}/cham-dut` },
  ];
  return <Tabs tabs={tabs.map((tab) => ({ ...tab, current: tab.label === current }))} />;
}
