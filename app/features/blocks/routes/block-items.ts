/** Blocks on "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { blockWorkText as said } from '../text.ts';
import type { BlockWork, ToLead } from '../waiting.server.ts';

const pact = (id: string) => `/khoi-cum/giao-uoc/${id}`;
const meeting = (id: string) => `/khoi-cum/hop/${id}`;
const addresses: Readonly<Record<ToLead['what'], (id: string) => string>> = {
  open: pact,
  close: pact,
  call: meeting,
  hold: meeting,
  minutes: (id) => `${meeting(id)}/bien-ban`,
};

const isLate = ({ what, day }: ToLead, today: string) =>
  what === 'hold' || (what !== 'minutes' && day !== null && day < today);

export function blockItems({ toLead, toSign, meetings, agreed }: BlockWork, today: string): readonly TodoItem[] {
  return [
    ...toLead.map((one) => ({
      id: `truong-khoi-${one.id}`,
      title: said.lead[one.what](one),
      href: addresses[one.what](one.id),
      note: said.leadNote[one.what](one),
      late: isLate(one, today),
      verb: said.leadVerb[one.what],
    })),
    ...toSign.map(({ id, block, until }) => ({
      id: `giao-uoc-${id}`,
      title: said.sign(block),
      href: pact(id),
      note: said.signNote(until),
      late: until !== null && until < today,
      verb: said.signVerb,
    })),
    ...meetings.map(({ id, title, block, day, time, place }) => ({
      id: `hop-khoi-${id}`,
      title: said.meeting(title, block),
      href: meeting(id),
      note: said.meetingNote(day, time, place),
      verb: said.look,
    })),
    ...agreed.map(({ id, meetingId, what, block, due }) => ({
      id: `viec-khoi-${id}`,
      title: said.agreement(what),
      href: meeting(meetingId),
      note: said.agreementNote(due, block),
      late: due < today,
      verb: said.report,
    })),
  ];
}
