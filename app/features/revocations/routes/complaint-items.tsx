/** Complaints on "my work": the code alone, for the list is seen over shoulders. */
import { dateText } from '../../../ui/moment.ts';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import type { ComplaintWork } from '../complaints/waiting.server.ts';
import { complaintKindText, complaintWorkText as said } from '../complaints.text.ts';

type Waiting = ComplaintWork['toAccept'][number];

export function complaintItems({ toAccept, toAnswer }: ComplaintWork): readonly TodoItem[] {
  return [...toAccept.map((one) => itemOf(one, said.accept)), ...toAnswer.map((one) => itemOf(one, said.answer))];
}

function itemOf({ id, code, kind, receivedOn, dueOn, isLate }: Waiting, what: string): TodoItem {
  const about = `${what} · ${said.received(dateText(receivedOn))}`;
  const due =
    dueOn === null ? null : isLate ? <Overdue>{said.late(dateText(dueOn))}</Overdue> : said.due(dateText(dueOn));
  return {
    id: `khieu-nai-${id}`,
    title: said.title(complaintKindText[kind], code),
    href: `/khen-thuong/khieu-nai/${id}`,
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
