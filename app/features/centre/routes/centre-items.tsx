/** Packages to the centre on "my work". */
import type { ReactNode } from 'react';
import { dateText } from '../../../ui/moment.ts';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { centreWorkText as said } from '../text.ts';
import type { CentreWork } from '../waiting.server.ts';

type Waiting = CentreWork['toSend'][number];

export function centreItems({ toSend, toComplete }: CentreWork): readonly TodoItem[] {
  return [
    ...toSend.map((one) => itemOf(one, said.send(one.code), said.toSend)),
    ...toComplete.map((one) => itemOf(one, said.complete(one.code), said.toComplete)),
  ];
}

function itemOf({ id, unitName, title, isLate, dueOn }: Waiting, name: string, why: string): TodoItem {
  const about = `${why} · ${unitName} · ${title}`;
  const due: ReactNode =
    dueOn === null ? null : isLate ? <Overdue>{said.late(dateText(dueOn))}</Overdue> : said.due(dateText(dueOn));
  return {
    id: `trung-uong-${id}`,
    title: name,
    href: `/khen-thuong/trung-uong/${id}`,
    note:
      due === null ? (
        about
      ) : (
        <>
          {due} · {about}
        </>
      ),
    late: isLate,
    verb: said.look,
  };
}
