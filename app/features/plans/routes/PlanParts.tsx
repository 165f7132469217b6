import { formatVietnamese } from '../../../kernel/decimal.ts';
import { sizeText } from '../../../platform/files/text.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Status } from '../../../ui/Status.tsx';
import { Table } from '../../../ui/Table.tsx';
import { pledgeStageText } from '../../pledges/text.ts';
import { planSheetText } from '../excel.text.ts';
import type { ListedPlan } from '../list.server.ts';
import { paperText } from '../paper.text.ts';
import type { OnePlan } from '../one.server.ts';
import { plansText, planStageText } from '../text.ts';
import type { Refused } from './refused.ts';

type Of = { readonly plan: ListedPlan };

export function PlanFacts({ plan }: Of) {
  const { documentNumber, documentDate, edition, changeReason, submittedByName, isInside } = plan;
  const document =
    documentNumber !== null && documentDate !== null
      ? plansText.documentOf(documentNumber, documentDate)
      : plansText.noDocument;
  return (
    <>
      <Pairs
        pairs={[
          { label: plansText.days, value: plansText.daysOf(plan.firstDay, plan.lastDay) },
          { label: plansText.document, value: document },
          { label: plansText.edition, value: plansText.editionOf(edition) },
          ...(changeReason === null ? [] : [{ label: plansText.changeReason, value: changeReason }]),
          ...(isInside && submittedByName ? [{ label: plansText.by, value: submittedByName }] : []),
        ]}
      />
      <h2>{plansText.objectives}</h2>
      {plan.objectives
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      {plan.moves.includes('change') && (
        <p>
          <LinkButton href={`/ke-hoach/${plan.id}/sua`} kind="second">
            {plansText.editTitle}
          </LinkButton>
        </p>
      )}
    </>
  );
}

/** The pledges there are, not a second list of them. */
export function PlanPledges({ plan, pledges }: Of & { readonly pledges: OnePlan['pledges'] }) {
  const about = plan.schemeCode === null ? '' : `&ve=${plan.schemeCode}`;
  return (
    <section>
      <h2>{plansText.pledges}</h2>
      {pledges.length === 0 ? (
        <p className="muted">{plansText.noPledges}</p>
      ) : (
        <ul>
          {pledges.map((pledge) => (
            <li key={pledge.id}>
              <a href={`/dang-ky-chi-tieu/${pledge.id}`}>{pledge.wording}</a>
              <small> · {pledgeWords(pledge)}</small>
            </li>
          ))}
        </ul>
      )}
      {plan.moves.includes('change') && (
        <p>
          <a href={`/ke-hoach/${plan.id}/sua#chi-tieu`}>{plansText.addPledges}</a>
          {' · '}
          <a href={`/dang-ky-chi-tieu/moi?nam=${plan.firstDay.slice(0, 4)}${about}`}>{plansText.toPledges}</a>
        </p>
      )}
    </section>
  );
}

/** Year, level and how it stands. */
function pledgeWords({ year, value, unitOfMeasure, stage, isSuperseded }: OnePlan['pledges'][number]): string {
  return [
    String(year),
    ...(value === null ? [] : [`${formatVietnamese(value)} ${unitOfMeasure ?? ''}`.trim()]),
    isSuperseded ? plansText.replacedPledge : pledgeStageText[stage],
  ].join(' · ');
}

/** Which task serves which line of the scheme; a line that none serves stands out. */
export function PlanCriteria({ plan, criteria }: Of & { readonly criteria: OnePlan['criteria'] }) {
  if (criteria.length === 0) return null;
  const served = criteria.filter(({ tasks }) => tasks.length > 0).length;
  return (
    <section>
      <h2>{plansText.criteriaTitle(served, criteria.length)}</h2>
      <Table
        caption={plansText.criteriaTitle(served, criteria.length)}
        captionHidden
        columns={[
          {
            key: 'noi-dung',
            head: plansText.criterion,
            kind: 'name',
            cell: ({ code, wording }) => plansText.criterionOf(code, wording),
          },
          {
            key: 'nhiem-vu',
            head: plansText.criterionTasks,
            cell: ({ tasks }) =>
              tasks.length === 0 ? (
                <Status status="at_risk" word={plansText.criterionNone} />
              ) : (
                tasks.map(({ id, title }) => (
                  <div key={id}>
                    <a href={`/ke-hoach/${plan.id}/nhiem-vu/${id}`}>{title}</a>
                  </div>
                ))
              ),
          },
        ]}
        rows={criteria}
        rowKey={({ code }) => code}
      />
    </section>
  );
}

/** The plan as a file, and a file over the plan while it is a draft. */
export function PlanFiles({ plan }: Of) {
  return (
    <p className="exports">
      <a href={`/ke-hoach/${plan.id}/van-ban/docx`}>{paperText.word}</a>
      {' · '}
      <a href={`/ke-hoach/${plan.id}/van-ban/pdf`}>{paperText.pdf}</a>
      {' · '}
      <a href={`/ke-hoach/${plan.id}/bang.xlsx`}>{planSheetText.export}</a>
      {plan.moves.includes('change') && (
        <>
          {' · '}
          <a href={`/ke-hoach/nap?ke-hoach=${plan.id}`}>{planSheetText.linkOver}</a>
        </>
      )}
    </p>
  );
}

type PapersProps = Of & { readonly papers: OnePlan['papers']; readonly refused: Refused };

export function PlanPapers({ plan, papers, refused }: PapersProps) {
  const mine = refused?.deed === 'attach' ? refused : undefined;
  return (
    <section>
      <h2>{plansText.papers}</h2>
      {papers.length === 0 ? (
        <p className="muted">{plansText.noPapers}</p>
      ) : (
        <ul>
          {papers.map(({ id, name, size }) => (
            <li key={id}>
              <a href={`/ke-hoach/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
            </li>
          ))}
        </ul>
      )}
      {plan.moves.includes('attach') && (
        <Form hidden={{ viec: 'attach' }} errors={mine?.problems} multipart>
          <Field
            type="file"
            name="tep-moi"
            label={plansText.signedFile}
            hint={plansText.signedFileHint}
            error={mine?.problems[0]?.message}
          />
          <Button kind="second">{plansText.attach}</Button>
        </Form>
      )}
    </section>
  );
}

export function PlanEditions({ plan, editions }: Of & { readonly editions: OnePlan['editions'] }) {
  if (editions.length < 2) return null;
  return (
    <section>
      <h2>{plansText.editions}</h2>
      <p>
        <a href={`/ke-hoach/${plan.id}/so-sanh`}>{plansText.compare}</a>
      </p>
      <ul>
        {editions.map(({ id, edition, stage, documentNumber, documentDate, changeReason }) => (
          <li key={id}>
            {id === plan.id ? (
              <b>{plansText.editionOf(edition)}</b>
            ) : (
              <a href={`/ke-hoach/${id}`}>{plansText.editionOf(edition)}</a>
            )}
            <small>
              {' '}
              · {planStageText[stage]}
              {documentNumber !== null &&
                documentDate !== null &&
                ` · ${plansText.documentOf(documentNumber, documentDate)}`}
              {changeReason !== null && ` · ${changeReason}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
