import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { changeText } from '../../appraisal/text.ts';
import { getAward } from '../../awards/award.ts';
import { CouncilAdvice } from '../../council/CouncilAdvice.tsx';
import type { ListedDecision } from '../list.server.ts';
import type { DecisionPage } from '../one.server.ts';
import { lineInitiativeText } from '../initiatives.text.ts';
import { isBeyondAnswer } from '../questions.ts';
import { decisionsText as said, questionText, verdictText } from '../text.ts';

type Line = DecisionPage['lines'][number];
type Props = {
  readonly decision: ListedDecision;
  readonly lines: readonly Line[];
  readonly mayJudge: boolean;
  readonly refused: Refused;
};

export function Lines({ decision, lines, mayJudge, refused }: Props) {
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
        columns={columnsOf({ decision, lines, mayJudge })}
        rows={lines}
        rowKey={({ id }) => id}
        {...(mayJudge && { select: { name: 'dong', form: 'chon', label: ({ name }: Line) => name } })}
      />
      {mayJudge && (
        <div className="acts">
          <Button kind="second" form="chon" name="ket-qua" value="refuse">
            {said.refuseChosen}
          </Button>
          <Button kind="second" form="chon" name="ket-qua" value="grant">
            {said.grantChosen}
          </Button>
        </div>
      )}
      {mayJudge &&
        lines
          .filter(({ questions }) => questions.some((each) => !isBeyondAnswer(each)))
          .map((line) => <Answer key={line.id} line={line} version={decision.version} refused={refused} />)}
    </section>
  );
}

function columnsOf({ decision, lines, mayJudge }: Omit<Props, 'refused'>): readonly Column<Line>[] {
  const withInitiative = mayJudge || lines.some(({ initiativeId }) => initiativeId !== null);
  return [
    ...about,
    ...(lines.some(({ changes }) => changes !== null) ? [changed] : []),
    ...(withInitiative ? [initiativeIn(decision, mayJudge)] : []),
    verdictAt(decision.stage),
  ];
}

const about: readonly Column<Line>[] = [
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
    key: 'hoi-dong',
    head: said.council,
    cell: ({ advice }) => <CouncilAdvice advice={advice} isBefore={false} />,
  },
];

const verdictAt = (stage: ListedDecision['stage']): Column<Line> => ({
  key: 'ket-qua',
  head: said.verdict,
  cell: ({ verdict, reason, answer, questions }) => (
    <>
      {verdictText[verdict]}
      {reason && <small>{`: ${reason}`}</small>}
      {answer && <small>{`. ${answer}`}</small>}
      {questions.map((each) => (
        <p
          key={each}
          className="error"
        >{`${stage === 'draft' || stage === 'submitted' ? said.asked : said.sinceApproved}: ${questionText[each]}.`}</p>
      ))}
    </>
  ),
});

/** Changed on a page of its own. */
const initiativeIn = (decision: ListedDecision, mayJudge: boolean): Column<Line> => ({
  key: 'sang-kien',
  head: lineInitiativeText.column,
  cell: ({ id, verdict, initiativeTitle }) => (
    <>
      {initiativeTitle}{' '}
      {mayJudge && verdict === 'grant' && (
        <a href={`/khen-thuong/quyet-dinh/${decision.id}/sang-kien/${id}`}>{lineInitiativeText.change}</a>
      )}
    </>
  ),
});

/** What whoever decides must know before they do: the register says otherwise than when it was appraised. */
const changed: Column<Line> = {
  key: 'thay-doi',
  head: said.changes,
  cell: ({ changes }) =>
    changes === null || changes.length === 0 ? (
      said.unchanged
    ) : (
      <ul>
        {changes.map((each) => (
          <li key={changeText(each)}>{changeText(each)}</li>
        ))}
      </ul>
    ),
};

type AnswerProps = {
  readonly line: Line;
  readonly version: number;
  readonly refused: Refused;
};

function Answer({ line, version, refused }: AnswerProps) {
  const { fields, problems } = formOf(refused, 'answer', { dong: line.id });
  const asksWords = line.questions.some((each) => each !== 'died' && !isBeyondAnswer(each));
  const [wrong] = problems.map((one) => ({ ...one, field: asksWords ? 'tra-loi' : 'truy-tang' }));
  const kept: Readonly<Record<string, string>> = line.posthumous ? { 'truy-tang': 'on' } : {};
  return (
    <details open>
      <summary>{`${said.asked}: ${line.name}`}</summary>
      <ul>
        {line.questions.map((each) => (
          <li key={each}>{questionText[each]}</li>
        ))}
      </ul>
      <Form
        version={version}
        hidden={{ viec: 'answer', dong: line.id, ...kept }}
        errors={wrong && [wrong]}
        scope={line.id}
      >
        {line.questions.includes('died') && (
          <Checkbox
            name="truy-tang"
            label={said.posthumous}
            checked={fields['truy-tang'] === 'on'}
            error={asksWords ? undefined : wrong?.message}
          />
        )}
        {asksWords && (
          <Field
            type="textarea"
            rows={2}
            name="tra-loi"
            label={said.answer}
            value={fields['tra-loi'] ?? line.answer ?? ''}
            error={wrong?.message}
          />
        )}
        <Button kind="second">{said.saveAnswer}</Button>
      </Form>
    </details>
  );
}
