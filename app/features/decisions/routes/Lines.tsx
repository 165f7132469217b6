import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { getAward } from '../../awards/award.ts';
import type { ListedDecision } from '../list.server.ts';
import type { DecisionPage } from '../one.server.ts';
import { decisionsText as said, questionText, verdictText } from '../text.ts';

type Line = DecisionPage['lines'][number];
type Props = { readonly decision: ListedDecision; readonly lines: readonly Line[]; readonly mayJudge: boolean };

export function Lines({ decision, lines, mayJudge }: Props) {
  return (
    <section>
      <h2>{said.list}</h2>
      {mayJudge && (
        // To the page that names whom it will change.
        <form id="chon" method="get" action={`/khen-thuong/quyet-dinh/${decision.id}/danh-sach`} />
      )}
      <Table
        caption={said.list}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={({ id }) => id}
        {...(mayJudge && { select: { name: 'dong', form: 'chon', label: ({ name }: Line) => name } })}
      />
      {mayJudge && (
        <div className="acts">
          <button className="button second" form="chon" name="ket-qua" value="refuse">
            {said.refuseChosen}
          </button>
          <button className="button second" form="chon" name="ket-qua" value="grant">
            {said.grantChosen}
          </button>
        </div>
      )}
      {mayJudge &&
        lines
          .filter(({ questions }) => questions.length > 0)
          .map((line) => <Answer key={line.id} line={line} version={decision.version} />)}
    </section>
  );
}

const columns: readonly Column<Line>[] = [
  {
    key: 'ten',
    head: said.name,
    kind: 'name',
    cell: ({ name, posthumous }) => (posthumous ? `${name} (${said.posthumousShort})` : name),
  },
  {
    key: 'don-vi',
    head: said.unit,
    cell: ({ unitName, positionTitle }) => [positionTitle, unitName].filter(Boolean).join(', '),
  },
  { key: 'danh-hieu', head: said.award, cell: ({ awardCode }) => getAward(awardCode).name },
  {
    key: 'ho-so',
    head: said.dossier,
    kind: 'code',
    cell: ({ dossierId, dossierCode }) => <a href={`/khen-thuong/ho-so/${dossierId}`}>{dossierCode}</a>,
  },
  {
    key: 'ket-qua',
    head: said.verdict,
    cell: ({ verdict, reason, answer, questions }) => (
      <>
        {verdictText[verdict]}
        {reason && <small>{`: ${reason}`}</small>}
        {answer && <small>{`. ${answer}`}</small>}
        {questions.map((each) => (
          <p key={each} className="error">{`${said.asked}: ${questionText[each]}.`}</p>
        ))}
      </>
    ),
  },
];

function Answer({ line, version }: { readonly line: Line; readonly version: number }) {
  return (
    <details open>
      <summary>{`${said.asked}: ${line.name}`}</summary>
      <ul>
        {line.questions.map((each) => (
          <li key={each}>{questionText[each]}</li>
        ))}
      </ul>
      <Form version={version} hidden={{ viec: 'answer', dong: line.id }}>
        {line.questions.includes('died') && <Checkbox name="truy-tang" label={said.posthumous} />}
        {(line.questions.includes('disciplined') || line.questions.includes('pending')) && (
          <Field type="textarea" rows={2} name="tra-loi" id={`tra-loi-${line.id}`} label={said.answer} value="" />
        )}
        <Button kind="second">{said.saveAnswer}</Button>
      </Form>
    </details>
  );
}
