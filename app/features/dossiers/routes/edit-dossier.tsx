import { data, redirect } from 'react-router';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { TypedDossier } from '../dossier.ts';
import { dossierFields } from '../dossier.ts';
import { changeDossier } from '../drafting.server.ts';
import type { ListedDossier } from '../list.server.ts';
import { findListed } from '../list.server.ts';
import { movementChoices } from '../movement-choices.server.ts';
import { receiversFor, viaFor } from '../receivers.server.ts';
import { dossierProblems } from '../refusals.text.ts';
import { dossierFieldText, dossiersText as said } from '../text.ts';
import { DossierFields } from './DossierFields.tsx';
import type { DossierChoices } from './DossierFields.tsx';
import type { Route } from './+types/edit-dossier.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const dossier = await findListed(db, person, askedId(args.params.dossierId));
  if (!dossier?.moves.includes('change')) return pageNotFound();
  const [receivers, departments, movements] = await Promise.all([
    receiversFor(db, dossier.unitId),
    viaFor(db, dossier.unitId),
    movementChoices(db, person),
  ]);
  return { dossier, stored: storedOf(dossier), receivers, departments, movements };
}

function storedOf(row: ListedDossier): TypedDossier {
  const { kind, title, route, year, toUnitId } = row;
  return {
    kind,
    title,
    route,
    year: String(year),
    to: toUnitId,
    simplified: row.simplified ?? '',
    movement: row.movementId ?? '',
    review: row.movementReview ?? '',
    paperNumber: row.paperNumber ?? '',
    paperDate: row.paperDate ?? '',
    via: row.viaUnitId ?? '',
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.dossierId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/khen-thuong/ho-so/${id}`);
  const command = { id, version: versionIn(fields), typed: fields };
  const changed = await act(edge, (context) => changeDossier(context, command));
  if (changed.ok) return redirect(`/khen-thuong/ho-so/${id}?da=change`);
  const isRace = changed.refusal.kind === 'lost_race';
  const answer = { fields, isRace, problems: dossierProblems(changed.refusal) };
  return data(answer, { status: statusOf(changed.refusal) });
}

export default function EditDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, stored, ...choices } = loaderData;
  const mine: Readonly<Record<string, string>> | undefined = actionData?.fields;
  return (
    <Page
      title={said.editTitle}
      lead={dossier.unitName}
      trail={[
        { label: said.title, href: '/khen-thuong/ho-so' },
        { label: dossier.title, href: `/khen-thuong/ho-so/${dossier.id}` },
      ]}
    >
      <title>{said.editTitle}</title>
      <Form version={dossier.version} errors={actionData?.problems} guard={`ho-so-${dossier.id}`}>
        {actionData?.isRace && mine && <Compare fields={versions(mine, stored, choices)} />}
        <DossierFields
          fields={mine ?? stored}
          {...choices}
          errorAt={(name) => actionData?.problems.find(({ field }) => field === name)?.message}
        />
        <Actions>
          <Button>{said.saveChange}</Button>
          <a href={`/khen-thuong/ho-so/${dossier.id}`}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}

function versions(mine: TypedDossier, theirs: TypedDossier, { receivers, departments, movements }: DossierChoices) {
  const names = new Map([...receivers, ...departments, ...movements].map(({ id, name }) => [id, name]));
  const shown = (value = '') => names.get(value) ?? value;
  return dossierFields.map((field) => ({
    label: dossierFieldText[field],
    mine: shown(mine[field]),
    theirs: shown(theirs[field]),
  }));
}
