/** The way back from a page below a block's table. */
import type { Crumb } from '../../../ui/Page.tsx';
import { rankingText as said } from '../text.ts';

export function trailOf(
  judgement: { readonly id: string; readonly title: string },
  heading?: string,
): readonly Crumb[] {
  const own = [
    { label: said.list, href: '/cham-diem' },
    { label: judgement.title, href: `/cham-diem/${judgement.id}` },
  ];
  return heading === undefined ? own : [...own, { label: heading, href: `/cham-diem/${judgement.id}/xep-hang` }];
}
