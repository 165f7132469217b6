import { data, redirect } from 'react-router';
import { act } from '../../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../../platform/http.server.ts';
import { askedId, newId } from '../../../../platform/id.server.ts';
import { Notice } from '../../../../ui/Notice.tsx';
import { Page } from '../../../../ui/Page.tsx';
import { Stage } from '../../../../ui/Status.tsx';
import { roundsText } from '../../text.ts';
import { doOnForm } from '../form-deeds.server.ts';
import type { FormPage } from '../forms.server.ts';
import { formPage } from '../forms.server.ts';
import { formLook } from '../stage-look.ts';
import { formDoneSaid, formProblems, formStageText, formsText } from '../text.ts';
import { FormActs } from './FormActs.tsx';
import { FormSections } from './FormSections.tsx';
import type { Route } from './+types/form.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const form = (await formPage(edge.services.db, person, askedId(args.params.formId))) ?? pageNotFound();
  return { form, mintedId: newId(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const { deed, result } = await doOnForm(edge, askedId(args.params.formId), typed, act);
  if (result.ok)
    return redirect(deed === 'withdraw' ? '/mau-bao-cao' : `/mau-bao-cao/${result.value.id}?da=${deed ?? ''}`);
  const { refusal } = result;
  const problems = formProblems(refusal);
  return data({ fields: typed.fields, deed, problems }, { status: statusOf(refusal) });
}

export default function ReportFormPage({ loaderData, actionData }: Route.ComponentProps) {
  const { form, mintedId, done } = loaderData;
  const title = formsText.formTitle(form.name, form.edition);
  const said = formDoneSaid(done);
  const problem = actionData?.problems[0];
  return (
    <Page
      title={title}
      lead={form.stage === 'draft' ? formsText.draftLead : formsText.publishedLead}
      trail={[
        { label: roundsText.title, href: '/ky-bao-cao' },
        { label: formsText.title, href: '/mau-bao-cao' },
      ]}
      action={<Stage stage={formLook[form.stage]} word={formStageText[form.stage]} />}
    >
      <title>{title}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {problem && problem.field === undefined && <Notice kind="refusal">{problem.message}</Notice>}
      {form.isDefault && (
        <Notice kind="info" title={formsText.defaultTitle}>
          {formsText.defaultWhy}
        </Notice>
      )}
      <FormSections form={form} />
      <FormActs form={form} mintedId={mintedId} refused={actionData} />
      <Editions form={form} />
    </Page>
  );
}

function Editions({ form: { id, editions } }: { readonly form: FormPage }) {
  if (editions.length < 2) return null;
  return (
    <section>
      <h2>{formsText.editions}</h2>
      <ul>
        {editions.map((one) => (
          <li key={one.id}>
            {one.id === id ? (
              `${formsText.edition} ${one.edition}`
            ) : (
              <a href={`/mau-bao-cao/${one.id}`}>{`${formsText.edition} ${one.edition}`}</a>
            )}{' '}
            <Stage stage={formLook[one.stage]} word={formStageText[one.stage]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
