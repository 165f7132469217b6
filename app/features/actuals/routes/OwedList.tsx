import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue, Todo } from '../../../ui/Todo.tsx';
import type { Owed } from '../due.server.ts';
import { daysLeftText, entryText } from '../text.ts';

/** Forms still owed, the most urgent first. */
export function OwedList({ owed, withUnit }: { readonly owed: readonly Owed[]; readonly withUnit: boolean }) {
  if (owed.length === 0) return <Empty what={entryText.noneOwed} why={entryText.noneOwedWhy} />;
  return (
    <>
      <h2>{entryText.owed}</h2>
      <Todo items={owed.map((form) => owedItem(form, withUnit))} />
      <p className="muted">{entryText.defaultDeadline}</p>
    </>
  );
}

export function owedItem(form: Owed, withUnit: boolean): TodoItem {
  const { period, missing, begun, returned, deadline, workingDaysLeft } = form;
  const late = workingDaysLeft < 0;
  const left = daysLeftText(workingDaysLeft);
  const rest = [
    ...(returned.length > 0 ? [entryText.returnedCount(returned.length)] : []),
    ...(begun.length > 0 ? [entryText.begunCount(begun.length)] : []),
    ...(withUnit ? [form.unitName] : []),
  ];
  return {
    id: `${form.unitId} ${period.code}`,
    title: entryText.owedTitle(missing.length + begun.length + returned.length, period.code),
    href: `/nhap-so-lieu?don-vi=${form.unitCode}&ky=${period.code}`,
    late,
    verb: entryText.fill,
    note: (
      <>
        {entryText.due(dateText(deadline))} · {late ? <Overdue>{left}</Overdue> : left}
        {rest.map((each) => ` · ${each}`).join('')}
      </>
    ),
  };
}
