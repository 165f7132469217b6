/** Results, appeals and thresholds on "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import type { ResultWork } from '../waiting.server.ts';
import { appealStageText, resultWorkText as said } from '../appeals.text.ts';
import { settleText } from '../text.ts';

export function resultItems({ results, appeals, rules }: ResultWork): readonly TodoItem[] {
  return [
    ...results.map(({ id, title, move }) => ({
      id: `ket-qua-${id}`,
      title: said.result(title),
      href: `/cham-diem/${id}/xep-hang`,
      note: settleText[move],
      verb: said.look,
    })),
    ...appeals.map(({ id, unitName, judgementTitle, stage, dueOn, isLate }) => ({
      id: `kien-nghi-${id}`,
      title: said.appeal(unitName),
      href: `/cham-diem/kien-nghi/${id}`,
      note: (
        <>
          {dueOn !== null && (isLate ? <Overdue>{said.late(dueOn)}</Overdue> : said.due(dueOn))}
          {dueOn !== null && ' · '}
          {`${appealStageText[stage]} · ${judgementTitle}`}
        </>
      ),
      late: isLate,
      verb: said.look,
    })),
    ...rules.map(({ id, fromYear }) => ({
      id: `nguong-${id}`,
      title: said.rule(fromYear),
      href: '/cham-diem/nguong-xep-loai',
      note: said.ruleNote,
      verb: said.look,
    })),
  ];
}
