import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { latestRuns } from '../../../platform/imports/import-store.server.ts';
import { takeUpload } from '../../../platform/imports/upload-page.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { LatestRuns } from '../../organisation/parts/LatestRuns.tsx';
import { UploadForm } from '../../organisation/parts/UploadForm.tsx';
import { aboutKey, distinctAbouts, planChoices, unitsIn } from '../choices.server.ts';
import { planSheetText } from '../excel.text.ts';
import { listPlans } from '../list.server.ts';
import { plansImport } from '../plan-import.server.ts';
import { factsOf } from '../plan-target.server.ts';
import { plansText } from '../text.ts';
import { AboutField } from './AboutField.tsx';
import type { Route } from './+types/plan-import.ts';

/** Over one plan, or for a unit and what it plans for. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const runs = await latestRuns(db, person, 'plans');
  const asked = query.get('ke-hoach');
  const found = asked
    ? (await listPlans(db, person, { today: plainDateIn(clock()), ids: [askedId(asked)] })).rows[0]
    : undefined;
  if (asked && !found?.moves.includes('change')) return pageNotFound();
  const choices = found ? [] : await planChoices(db, person);
  const first = { unit: query.get('don-vi') ?? undefined, about: query.get('ve') ?? undefined };
  const over = found && { id: found.id, title: found.title };
  return { over, runs, units: unitsIn(choices), abouts: distinctAbouts(choices), first };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const choices = await planChoices(edge.services.db, person);
  return takeUpload(edge, {
    request: args.request,
    kind: plansImport,
    field: 've',
    facts: (fields) => {
      if (fields['ke-hoach']) return factsOf({ planId: askedId(fields['ke-hoach']) });
      const chosen = choices.find((one) => one.unitCode === fields['don-vi'] && aboutKey(one) === fields['ve']);
      return chosen && factsOf(chosen);
    },
  });
}

export default function PlanImport({ loaderData, actionData }: Route.ComponentProps) {
  const { over, runs, units, abouts, first } = loaderData;
  const error = actionData?.field === 'tep' ? actionData.said : undefined;
  const missing = actionData?.field === 've' ? planSheetText.chooseBoth : undefined;
  const trail = [
    { label: plansText.title, href: '/ke-hoach' },
    ...(over ? [{ label: over.title, href: `/ke-hoach/${over.id}` }] : []),
  ];
  const fields = actionData?.fields ?? { 'don-vi': first.unit ?? '', ve: first.about ?? '' };
  const unitOptions = units.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Page
      title={planSheetText.pageTitle}
      lead={over ? planSheetText.overLead(over.title) : planSheetText.lead}
      trail={trail}
    >
      <title>{planSheetText.pageTitle}</title>
      {over && (
        <>
          <h2>{planSheetText.templateOver}</h2>
          <p>
            <a href={`/ke-hoach/${over.id}/bang.xlsx`}>{planSheetText.export}</a>
          </p>
          <h2>{planSheetText.upload}</h2>
          <UploadForm error={error} hint={planSheetText.hint} hidden={{ 'ke-hoach': over.id }} />
        </>
      )}
      {!over && units.length === 0 && <Empty what={plansText.noUnit} why={plansText.noUnitWhy} />}
      {!over && units.length > 0 && (
        <>
          <h2>{planSheetText.template}</h2>
          <form method="get" action="/ke-hoach/mau.xlsx" className="filters" aria-label={planSheetText.template}>
            <div className="filters-row">
              <Field
                id="mau-don-vi"
                type="select"
                name="don-vi"
                label={plansText.unit}
                blank={null}
                options={unitOptions}
                value={first.unit}
              />
              <AboutField id="mau-ve" abouts={abouts} value={first.about} />
              <div className="acts">
                <Button kind="second">{planSheetText.download}</Button>
              </div>
            </div>
          </form>
          <h2>{planSheetText.upload}</h2>
          <UploadForm
            error={error}
            hint={planSheetText.hint}
            errors={missing ? [{ field: 've', label: plansText.about, message: missing }] : []}
          >
            <Field
              type="select"
              name="don-vi"
              label={plansText.unit}
              blank={null}
              value={fields['don-vi']}
              options={unitOptions}
            />
            <AboutField abouts={abouts} value={fields['ve']} hint={plansText.aboutHint} error={missing} />
          </UploadForm>
        </>
      )}
      <LatestRuns runs={runs} />
    </Page>
  );
}
