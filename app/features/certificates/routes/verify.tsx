import { data, redirect } from 'react-router';
import { edgeOf, typedIn } from '../../../platform/http.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { checkFile, lookUp } from '../checking.server.ts';
import { brake } from '../rate.server.ts';
import { verifyText as said } from '../text.ts';
import { FileResult } from './FileResult.tsx';
import { LookedUpResult } from './LookedUpResult.tsx';
import type { Route } from './+types/verify.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, address } = edgeOf(args);
  const typed = (new URL(args.request.url).searchParams.get('ma') ?? '').slice(0, 100);
  if (typed.trim() === '') return { typed: '', found: undefined };
  const braked = await brake('look_up', address);
  if (braked) return data({ typed, found: undefined, minutes: braked.minutes }, { status: 429 });
  const found = await lookUp(services.db, typed);
  if (found.kind === 'code') throw redirect(`/xac-minh/${found.code}`);
  return { typed, found };
}

const noFile = [{ field: 'tep', label: said.file, message: said.noFile }];

export async function action(args: Route.ActionArgs) {
  const { services, address } = edgeOf(args);
  const braked = await brake('file', address);
  if (braked) return data({ message: said.tooMany(braked.minutes) }, { status: 429 });
  const { uploads } = await typedIn(args.request);
  const [upload] = uploads;
  if (!upload || upload.bytes.length === 0) return data({ problems: noFile }, { status: 422 });
  return { answer: await checkFile(services, upload.bytes), name: upload.name };
}

export default function Verify({ loaderData, actionData }: Route.ComponentProps) {
  const { typed, found } = loaderData;
  const problems = actionData && 'problems' in actionData ? actionData.problems : [];
  const minutes = 'minutes' in loaderData ? loaderData.minutes : undefined;
  return (
    <Page title={said.title} lead={said.lead}>
      <title>{said.title}</title>
      {minutes !== undefined && <Notice kind="refusal">{said.tooMany(minutes)}</Notice>}
      {actionData && 'message' in actionData && <Notice kind="refusal">{actionData.message}</Notice>}
      {actionData && 'answer' in actionData && <FileResult answer={actionData.answer} name={actionData.name} />}
      {!actionData && found && <LookedUpResult found={found} />}
      <Filters path="/xac-minh" verb={said.look}>
        <Field name="ma" label={said.code} hint={said.codeHint} value={typed} width="medium" />
      </Filters>
      <h2>{said.fileLegend}</h2>
      <Form multipart errors={problems}>
        <Field
          type="file"
          name="tep"
          label={said.file}
          accept=".pdf,application/pdf"
          error={problems.find(({ field }) => field === 'tep')?.message}
        />
        <Button kind="second">{said.send}</Button>
      </Form>
    </Page>
  );
}
