import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { leaveAppraisal } from '../leaving.server.ts';
import { appraisalOf } from '../one.server.ts';
import { freeRows } from '../opening.server.ts';
import { shortOf } from '../short.ts';
import { appraisalProblems, appraisalText as said } from '../text.ts';
import { officesToAsk } from '../units.server.ts';
import type { Route } from './+types/consult.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const one = await appraisalOf(db, person, askedId(args.params.dossierId), plainDateIn(clock()));
  if (one?.kind !== 'inside' || !one.moves.includes('consult')) return pageNotFound();
  const { dossier, demanded } = one;
  const open = one.nominees.filter(({ outcome }) => outcome === 'open');
  return {
    dossier: { id: dossier.id, title: dossier.title, version: dossier.version },
    bodies: demanded.bodies.map(({ rule }) => ({ body: rule.body, basis: rule.basis, unitId: rule.unitId })),
    days: demanded.opinionDays,
    list: demanded.list,
    listDays: demanded.listDays,
    rows: freeRows,
    offices: await officesToAsk(db),
    nominees: open.map(({ id, name, awardCode, achievement }) => ({
      id,
      name,
      awardCode,
      words: shortOf(achievement),
      mustShow: demanded.list?.nomineeIds.includes(id) ?? false,
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const dossierId = askedId(args.params.dossierId);
  const typed = { ...fields, 'cong-khai': fields['cong-khai'] ? 'co' : '' };
  const result = await act(edge, (context) =>
    leaveAppraisal(context, { dossierId, version: versionIn(fields), move: 'consult', typed }),
  );
  if (result.ok) return redirect(`/khen-thuong/tham-dinh/${dossierId}?da=consult`);
  return data({ fields, problems: appraisalProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

type Part = Pick<Route.ComponentProps, 'loaderData'> & {
  readonly usual: (name: string) => {
    readonly name: string;
    readonly value: string | undefined;
    readonly error: string | undefined;
  };
};

export default function Consult({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, days } = loaderData;
  const usual = (name: string) => ({
    name,
    value: actionData?.fields[name],
    error: actionData?.problems.find(({ field }) => field === name)?.message,
  });
  const back = `/khen-thuong/tham-dinh/${dossier.id}`;
  return (
    <Page
      title={said.consultTitle}
      lead={said.consultLead(days)}
      trail={[
        { label: said.title, href: '/khen-thuong/tham-dinh' },
        { label: dossier.title, href: back },
      ]}
    >
      <title>{said.consultTitle}</title>
      <Form wide version={dossier.version} errors={actionData?.problems} guard={`lay-y-kien-${dossier.id}`}>
        <Demanded loaderData={loaderData} usual={usual} />
        <Others loaderData={loaderData} usual={usual} />
        <Shown loaderData={loaderData} usual={usual} isAsked={Boolean(actionData?.fields['cong-khai'])} />
        <div className="acts">
          <Button>{said.consultButton}</Button>
          <a href={back}>{said.backToAppraisal}</a>
        </div>
      </Form>
    </Page>
  );
}

function Demanded({ loaderData: { bodies, offices }, usual }: Part) {
  const units = offices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <h2>{said.demanded}</h2>
      {bodies.length === 0 && <p className="muted">{said.noneDemanded}</p>}
      {bodies.map(({ body, basis, unitId }, at) => (
        <fieldset key={body} className="field">
          <legend>
            {body} <small>{basis}</small>
          </legend>
          <div className="row-fields">
            <Field
              type="select"
              {...usual(`hoi-${at}`)}
              label={said.ask}
              blank={null}
              options={[
                { value: 'co', label: said.ask },
                { value: 'khong', label: said.doNotAsk },
              ]}
            />
            <Field
              type="select"
              {...usual(`don-vi-${at}`)}
              value={usual(`don-vi-${at}`).value ?? unitId ?? ''}
              label={said.asUnit}
              blank={said.outside}
              options={units}
            />
            <Field {...usual(`ly-do-${at}`)} label={said.waiveReason} optional width="long" />
          </div>
        </fieldset>
      ))}
    </>
  );
}

function Others({ loaderData: { offices, rows }, usual }: Part) {
  const units = offices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <h2>{said.others}</h2>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="row-fields" role="group" aria-label={said.otherRow(at + 1)}>
          <Field
            type="select"
            {...usual(`don-vi-them-${at}`)}
            label={said.asUnit}
            blank={said.outside}
            options={units}
          />
          <Field {...usual(`co-quan-${at}`)} label={said.bodyName} optional width="medium" />
        </div>
      ))}
    </>
  );
}

function Shown({ loaderData: { nominees, list, listDays }, usual, isAsked }: Part & { readonly isAsked: boolean }) {
  return (
    <>
      <h2>{said.publicList}</h2>
      <p>{list ? said.publicNeeded(list.nomineeIds.length, list.workingDays) : said.publicNotNeeded}</p>
      <p>{said.shownLead}</p>
      <Checkbox name="cong-khai" label={said.showAlso(listDays)} checked={isAsked} />
      {nominees.map(({ id, name, awardCode, words }) => (
        <Field
          key={id}
          type="textarea"
          rows={2}
          {...usual(`loi-${id}`)}
          value={usual(`loi-${id}`).value ?? words}
          label={said.shownOf(name)}
          note={awardName(awardCode)}
          optional
        />
      ))}
    </>
  );
}
