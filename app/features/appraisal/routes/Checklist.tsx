import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Conditions } from '../../awards/routes/Conditions.tsx';
import type { Explained, ExplainedClause, ExplainedNode } from '../../awards/standards/explained.text.ts';
import type { AppraisedNominee } from '../appraised.server.ts';
import { keyOfArticle } from '../appraised-items.ts';
import { conclusions, plainChecks, verdicts } from '../conclusion.ts';
import { appraisalText as said, conclusionText, plainCheckText, verdictText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

type Props = {
  readonly nominee: AppraisedNominee;
  readonly words: Explained;
  readonly mayAppraise: boolean;
  readonly next: string | undefined;
  readonly refused: Refused;
};

/** The register's findings with, beside each that is for a person, what whoever appraises concludes of it. */
export function Checklist({ nominee, words, mayAppraise, next, refused }: Props) {
  if (!mayAppraise) return <Past nominee={nominee} words={words} />;
  const { fields, problems, errorAt } = formOf(refused, 'ket-luan');
  const own = { nominee, fields, errorAt };
  const { checks } = nominee;
  const isOpen = (clause: ExplainedClause) =>
    !clause.isAside && (clause.state === 'to_judge' || checks[keyOfArticle(clause.article)] !== undefined);
  const asked = firstOfEach(words.nodes.flatMap(clausesIn).filter(isOpen));
  return (
    <section>
      <h2>{said.checklist}</h2>
      <Form
        wide
        version={nominee.appraisalVersion}
        hidden={{ viec: 'ket-luan' }}
        errors={problems}
        guard={`tham-dinh-${nominee.id}-${nominee.appraisalVersion}`}
      >
        <h3>{said.result}</h3>
        <Conditions
          explained={words}
          evidence={(clause) =>
            asked.includes(clause) && <Verdict {...own} item={keyOfArticle(clause.article)} label={clause.label} />
          }
        />
        <h3>{said.papers}</h3>
        {plainChecks.map((item) => (
          <Verdict key={item} {...own} item={item} label={plainCheckText[item]} isNamed />
        ))}
        <h3>{said.conclude}</h3>
        <Field
          type="select"
          name="conclusion"
          label={said.conclusion}
          hint={said.concludeHint}
          blank={said.noVerdict}
          value={fields['conclusion'] ?? nominee.conclusion ?? ''}
          options={conclusions.map((value) => ({ value, label: conclusionText[value] }))}
          error={errorAt('conclusion')}
        />
        <Field
          type="textarea"
          rows={3}
          name="reason"
          label={said.concludeReason}
          hint={said.concludeReasonHint}
          value={fields['reason'] ?? nominee.conclusionReason}
          error={errorAt('reason')}
        />
        <div className="acts">
          {next && (
            <Button name="tiep" value={next}>
              {said.saveNext}
            </Button>
          )}
          <Button kind={next ? 'second' : 'primary'}>{said.save}</Button>
        </div>
      </Form>
      <By nominee={nominee} />
    </section>
  );
}

const clausesIn = (node: ExplainedNode): readonly ExplainedClause[] =>
  node.kind === 'clause' ? [node] : node.parts.flatMap(clausesIn);

/** A clause that asks for two things stands twice (khoản 4 Điều 4 of the decree) and is concluded on once. */
const firstOfEach = (clauses: readonly ExplainedClause[]) =>
  clauses.filter(({ article }, at) => clauses.findIndex((one) => one.article === article) === at);

type VerdictProps = {
  readonly nominee: AppraisedNominee;
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
  readonly item: string;
  readonly label: string;
  /** Where nothing above names it. */
  readonly isNamed?: boolean;
};

function Verdict({ nominee, fields, errorAt, item, label, isNamed }: VerdictProps) {
  const check = nominee.checks[item];
  return (
    <div className="row-fields" role="group" aria-label={label}>
      <Field
        type="select"
        name={`v:${item}`}
        label={isNamed ? label : said.verdict}
        blank={said.noVerdict}
        value={fields[`v:${item}`] ?? check?.verdict ?? ''}
        options={verdicts.map((value) => ({ value, label: verdictText[value] }))}
      />
      <Field
        name={`r:${item}`}
        label={said.why}
        width="long"
        value={fields[`r:${item}`] ?? check?.reason ?? ''}
        error={errorAt(`r:${item}`)}
      />
    </div>
  );
}

function By({ nominee: { concludedBy, concludedAt } }: { readonly nominee: AppraisedNominee }) {
  if (!concludedBy || !concludedAt) return null;
  return <p className="muted">{said.concludedBy(concludedBy, momentText(concludedAt))}</p>;
}

/** Read only: what was found and concluded. */
function Past({ nominee, words }: Pick<Props, 'nominee' | 'words'>) {
  const found = (item: string) => {
    const check = nominee.checks[item];
    return check ? [verdictText[check.verdict], check.reason].filter(Boolean).join(': ') : undefined;
  };
  return (
    <section>
      <h2>{said.checklist}</h2>
      <p>
        <b>{nominee.conclusion ? conclusionText[nominee.conclusion] : said.notConcluded}</b>
        {nominee.conclusionReason !== '' && `: ${nominee.conclusionReason}`}
      </p>
      <By nominee={nominee} />
      <Conditions
        explained={words}
        evidence={(clause) => {
          const said = found(keyOfArticle(clause.article));
          return said && <p>{said}</p>;
        }}
      />
      <ul>
        {plainChecks.map((item) => (
          <li key={item}>
            {plainCheckText[item]}: {found(item) ?? said.noVerdict}
          </li>
        ))}
      </ul>
    </section>
  );
}
