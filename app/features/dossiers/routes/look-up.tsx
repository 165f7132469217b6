import { edgeOf } from '../../../platform/http.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { lookUp } from '../look-up.server.ts';
import { lookUpText as said, stageForPublicText } from '../text.ts';
import type { Route } from './+types/look-up.ts';

/** For anybody who holds the code of a receipt: stages and days, never who is proposed. */
export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  const code = (new URL(args.request.url).searchParams.get('ma') ?? '').trim();
  const found = code === '' ? undefined : await lookUp(services.db, code);
  return { code, found };
}

export default function LookUp({ loaderData: { code, found } }: Route.ComponentProps) {
  return (
    <Page title={said.title} lead={said.lead}>
      <title>{said.title}</title>
      <form method="get" className="form">
        <Field name="ma" label={said.code} hint={said.hint} value={code} width="medium" />
        <Button>{said.find}</Button>
      </form>
      {code !== '' && !found && <p role="status">{said.none}</p>}
      {found && (
        <section aria-live="polite">
          <h2>{stageForPublicText[found.stage]}</h2>
          <Pairs
            pairs={[
              { label: said.code, value: found.code },
              ...(found.submittedOn ? [{ label: said.submitted, value: dateText(found.submittedOn) }] : []),
              ...(found.receivedOn ? [{ label: said.received, value: dateText(found.receivedOn) }] : []),
              { label: said.since, value: dateText(found.stageOn) },
            ]}
          />
          <p className="muted">{said.note}</p>
        </section>
      )}
    </Page>
  );
}
