/** Dossiers on "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { clockText } from '../papers.text.ts';
import { dossierWorkText as said } from '../text.ts';
import type { DossierLine, DossierWork } from '../waiting.server.ts';

export function dossierItems({ waiting, returned, waitingTotal }: DossierWork): readonly TodoItem[] {
  const rest = waitingTotal - waiting.length;
  return [
    ...returned.map((line) => ({
      ...base(line),
      note: said.returned(line.unitName, line.reason ?? ''),
      verb: said.mend,
    })),
    ...waiting.map((line) => ({
      ...base(line),
      note: <Note line={line} />,
      late: isLate(line),
      verb: said.verb[line.stage],
    })),
    ...(rest > 0
      ? [{ id: 'ho-so-khac', title: said.more(rest), href: '/khen-thuong/ho-so?cho-toi=co', note: '', verb: said.open }]
      : []),
  ];
}

const base = ({ id, title }: DossierLine) => ({ id: `ho-so-${id}`, title, href: `/khen-thuong/ho-so/${id}` });
const isLate = ({ running }: DossierLine) => running !== undefined && running.left < 0;

function Note({ line }: { readonly line: DossierLine }) {
  const { unitName, running } = line;
  if (!running) return unitName;
  return (
    <>
      {unitName}, {isLate(line) ? <Overdue>{clockText(running)}</Overdue> : clockText(running)}
    </>
  );
}
