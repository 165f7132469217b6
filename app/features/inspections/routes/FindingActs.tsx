import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { FindingDeed } from '../deeds.server.ts';
import type { FindingAnswer, OneFinding } from '../one.server.ts';
import type { Colleague } from '../team.server.ts';
import { fieldText, findingMoveText, inspectionsText } from '../text.ts';
import { FindingFields } from './FindingFields.tsx';
import { Lines } from './Lines.tsx';
import type { Refused } from './parts.tsx';
import { errorIn, mineOf, Typed } from './parts.tsx';

type Props = {
  readonly one: OneFinding;
  readonly isDraft: boolean;
  readonly owners: readonly Colleague[];
  readonly id: string;
  readonly refused: Refused<FindingDeed>;
};

/** What the person may do with the finding now: mend it, answer it, decide on the answer. */
export function FindingActs(props: Props) {
  const { one, isDraft } = props;
  return (
    <>
      {isDraft && <Mend {...props} />}
      {one.moves.includes('answer') && <Answer {...props} />}
      {one.moves.includes('close') && <Decide {...props} />}
    </>
  );
}

function Mend({ one: { finding }, owners, refused }: Props) {
  const mine = mineOf(refused, 'save');
  const removed = mineOf(refused, 'remove');
  const { statement, remedy, askedDay, ownerId } = finding;
  const stored = { statement, remedy, dueOn: askedDay, owner: ownerId ?? '' };
  const versions = (['statement', 'remedy', 'dueOn'] as const).map((part) => ({
    label: fieldText[part],
    mine: mine?.fields[part] ?? '',
    theirs: stored[part],
  }));
  return (
    <section>
      <h2>{inspectionsText.editFinding}</h2>
      <Form version={finding.version} hidden={{ viec: 'save' }} errors={mine?.problems} guard={`ton-tai-${finding.id}`}>
        {mine?.isRace && <Compare fields={versions} />}
        <FindingFields fields={mine?.fields ?? stored} problems={mine?.problems} owners={owners} />
        <Actions>
          <Button>{inspectionsText.save}</Button>
        </Actions>
      </Form>
      <Form version={finding.version} hidden={{ viec: 'remove' }} errors={removed?.problems}>
        <Button kind="danger">{inspectionsText.removeFinding}</Button>
      </Form>
    </section>
  );
}

function Answer({ one: { finding }, id, refused }: Props) {
  const mine = mineOf(refused, 'answer');
  return (
    <section>
      <h2>{inspectionsText.answerTitle}</h2>
      <Form
        version={finding.version}
        hidden={{ viec: 'answer', moi: mine?.fields['moi'] ?? id }}
        errors={mine?.problems}
        guard={`khac-phuc-${finding.id}`}
        multipart
      >
        <Typed
          name="said"
          type="textarea"
          fields={mine?.fields ?? {}}
          problems={mine?.problems}
          hint={inspectionsText.answerHint}
        />
        <Field
          type="file"
          name="tep-moi"
          label={inspectionsText.evidence}
          hint={inspectionsText.paperHint}
          error={errorIn(mine?.problems, 'tep-moi')}
          optional
        />
        <Actions>
          <Button>{findingMoveText.answer}</Button>
        </Actions>
      </Form>
    </section>
  );
}

function Decide({ one: { finding }, refused }: Props) {
  const closed = mineOf(refused, 'close');
  const returned = mineOf(refused, 'return');
  return (
    <section>
      <h2>{inspectionsText.decideTitle}</h2>
      <Form version={finding.version} hidden={{ viec: 'close' }} errors={closed?.problems}>
        <Button>{findingMoveText.close}</Button>
      </Form>
      <Form version={finding.version} hidden={{ viec: 'return' }} errors={returned?.problems}>
        <Typed
          name="reason"
          type="textarea"
          rows={3}
          label={inspectionsText.returnReason}
          fields={returned?.fields ?? {}}
          problems={returned?.problems}
        />
        <Button kind="second">{findingMoveText.return}</Button>
      </Form>
    </section>
  );
}

export function Answers({ answers }: { readonly answers: readonly FindingAnswer[] }) {
  return (
    <section>
      <h2>{inspectionsText.answers}</h2>
      {answers.length === 0 && <p className="muted">{inspectionsText.noAnswers}</p>}
      {answers.map(({ id, said, by, at, files }) => (
        <article key={id}>
          <h3>{momentText(at)}</h3>
          <p className="muted">{by}</p>
          <Lines text={said} />
          {files.length > 0 && (
            <ul>
              {files.map((file) => (
                <li key={file.id}>
                  <a href={`/kiem-tra/tep/${file.id}`}>{file.name}</a>
                </li>
              ))}
            </ul>
          )}
        </article>
      ))}
    </section>
  );
}
