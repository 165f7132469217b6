/** Appraisal on "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { appraisalWorkText as said } from '../text.ts';
import type { AppraisalWork } from '../waiting.server.ts';

export function appraisalItems(work: AppraisalWork): readonly TodoItem[] {
  const { toAppraise, flagsUnmatched, opinions, bodiesToConfirm, listsOver, asked } = work;
  return [
    ...asked.map(({ id, title, by, dueOn }) => ({
      id: `y-kien-${id}`,
      title: said.asked(title),
      href: `/khen-thuong/tham-dinh/y-kien/${id}`,
      note: said.askedNote(by, dueOn),
      verb: said.open,
    })),
    ...listsOver.map(({ id, title, closesOn }) => ({
      id: `cong-khai-${id}`,
      title: said.close(title),
      href: `/khen-thuong/tham-dinh/cong-khai/${id}`,
      note: said.closeNote(closesOn),
      verb: said.open,
    })),
    ...counted(toAppraise, {
      id: 'tham-dinh-ho-so',
      title: said.appraise,
      href: '/khen-thuong/tham-dinh?xem=unconcluded',
      note: said.appraiseNote,
    }),
    ...counted(opinions, {
      id: 'y-kien-nhan-dan',
      title: said.opinions,
      href: '/khen-thuong/tham-dinh?buoc=consulting',
      note: said.opinionsNote,
    }),
    ...counted(flagsUnmatched, {
      id: 'canh-bao-chua-khop',
      title: said.flags,
      href: '/khen-thuong/tham-dinh/canh-bao?tinh-trang=unmatched',
      note: said.flagsNote,
    }),
    ...counted(bodiesToConfirm, {
      id: 'co-quan-cho-xac-nhan',
      title: said.confirm,
      href: '/khen-thuong/tham-dinh/co-quan',
      note: said.confirmNote,
    }),
  ];
}

type Counted = Omit<TodoItem, 'title' | 'verb'> & { readonly title: (count: number) => string };

const counted = (count: number, { title, ...item }: Counted): readonly TodoItem[] =>
  count > 0 ? [{ ...item, title: title(count), verb: said.look }] : [];
