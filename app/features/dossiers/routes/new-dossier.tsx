import { data, redirect } from 'react-router';
import type { Person } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { Result } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Database } from '../../../platform/db.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findAward } from '../../awards/award.ts';
import { awardName } from '../../awards/text.ts';
import { unitChoices } from '../choices.server.ts';
import type { DraftRefusal, KeptDossier } from '../drafting.server.ts';
import { enterDossier } from '../drafting.server.ts';
import { enterDossierFor } from '../drafting-for.server.ts';
import { movementChoices } from '../movement-choices.server.ts';
import { findNominable } from '../nominable.server.ts';
import type { NomineeRefusal } from '../nominees.server.ts';
import { receiversFor, viaFor } from '../receivers.server.ts';
import { dossierProblems } from '../refusals.text.ts';
import { dossiersText as said } from '../text.ts';
import { DossierFields } from './DossierFields.tsx';
import type { Route } from './+types/new-dossier.ts';

/** The unit is chosen first, in the address: where its dossiers go depends on it. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const units = await unitChoices(db, person);
  const unit = units.find(({ code }) => code === query.get('don-vi')) ?? units[0];
  const unitId = askedId(unit?.id);
  const [receivers, departments, movements] = await Promise.all([
    receiversFor(db, unitId),
    viaFor(db, unitId),
    movementChoices(db, person),
  ]);
  const nominee = await nomineeIn(db, person, query);
  const asked = (name: string) => query.get(name) ?? '';
  const first = {
    year: asked('nam') || plainDateIn(clock()).slice(0, 4),
    kind: movements.some(({ id }) => id === asked('phong-trao')) ? 'movement' : 'merit',
    to: receivers.at(-1)?.id ?? '',
    movement: asked('phong-trao'),
    review: asked('danh-gia'),
    ...(nominee && { title: said.titleFor(awardName(nominee.awardCode), nominee.name) }),
  };
  return { units, unit, receivers, departments, movements, nominee, id: newId(), first };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = { id: mintedId(fields['id']), unitId: askedId(fields['don-vi']), typed: fields };
  const entered = await act(edge, (context): Promise<Result<KeptDossier, DraftRefusal | NomineeRefusal>> => {
    const nominee = nomineeTyped(fields);
    return nominee === undefined ? enterDossier(context, command) : enterDossierFor(context, { ...command, nominee });
  });
  if (entered.ok) return redirect(`/khen-thuong/ho-so/${entered.value.id}?da=change`);
  return data({ fields, problems: dossierProblems(entered.refusal) }, { status: statusOf(entered.refusal) });
}

/** Whoever the address proposes, where the asker may know of them. */
async function nomineeIn(db: Database, person: Person, query: URLSearchParams) {
  const holderId = query.get('doi-tuong');
  const award = findAward(query.get('danh-hieu') ?? '');
  const holder = holderId === null || !award ? undefined : await findNominable(db, person, askedId(holderId));
  if (!holder || !award || holder.mergedInto !== null) return undefined;
  const typed = { achievement: query.get('thanh-tich') ?? '', rank: query.get('thu-hang') ?? '' };
  return { holderId: holder.id, name: holder.name, awardCode: award.code, ...typed };
}

/** As the form carries it. */
function nomineeTyped(fields: Readonly<Record<string, string>>) {
  const holderId = fields['doi-tuong'] ?? '';
  if (holderId === '') return undefined;
  const said = { achievement: fields['thanh-tich'] ?? '', rank: fields['thu-hang'] ?? '' };
  return { holderId: askedId(holderId), awardCode: fields['danh-hieu'] ?? '', ...said };
}

type Proposed = NonNullable<Route.ComponentProps['loaderData']['nominee']>;

/** What is proposed with the dossier; its words are gone over before they are kept. */
function Nominee({
  nominee,
  typed,
  error,
}: {
  nominee: Proposed;
  typed: string | undefined;
  error: string | undefined;
}) {
  return (
    <>
      <Pairs
        pairs={[
          { label: said.nominee, value: nominee.name },
          { label: said.award, value: awardName(nominee.awardCode) },
        ]}
      />
      <Field
        type="textarea"
        name="thanh-tich"
        label={said.achievement}
        value={typed ?? nominee.achievement}
        error={error}
      />
    </>
  );
}

export default function NewDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { units, unit, receivers, departments, movements, nominee, id, first } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? first;
  const problems = actionData?.problems ?? [];
  const trail = [{ label: said.title, href: '/khen-thuong/ho-so' }];
  if (!unit)
    return (
      <Page title={said.newTitle} trail={trail}>
        <title>{said.newTitle}</title>
        <Empty what={said.noUnit} why={said.noUnitWhy} />
      </Page>
    );
  return (
    <Page title={said.newTitle} lead={said.newLead} trail={trail}>
      <title>{said.newTitle}</title>
      {units.length > 1 && !nominee && (
        <Filters path="/khen-thuong/ho-so/moi" auto>
          <Field
            type="select"
            name="don-vi"
            label={said.unit}
            blank={null}
            value={unit.code}
            options={units.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Filters>
      )}
      <Form
        hidden={{
          id: fields['id'] ?? id,
          'don-vi': unit.id,
          ...(nominee && { 'doi-tuong': nominee.holderId, 'danh-hieu': nominee.awardCode, 'thu-hang': nominee.rank }),
        }}
        errors={problems}
        guard="ho-so-moi"
      >
        {nominee && (
          <Nominee
            nominee={nominee}
            typed={actionData?.fields['thanh-tich']}
            error={problems.find(({ field }) => field === 'thanh-tich')?.message}
          />
        )}
        <DossierFields
          fields={fields}
          receivers={receivers}
          departments={departments}
          movements={movements}
          errorAt={(name) => problems.find(({ field }) => field === name)?.message}
        />
        <Actions>
          <Button>{said.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
