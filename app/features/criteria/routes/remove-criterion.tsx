import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Page } from '../../../ui/Page.tsx';
import { changeSet } from '../editing.server.ts';
import { underneath } from '../shaping.ts';
import { criterionText as said, setProblems, setsText, tieText } from '../text.ts';
import { askedSet } from './asked-set.ts';
import type { Route } from './+types/remove-criterion.ts';

const askedCode = (request: Request) => new URL(request.url).searchParams.get('ma') ?? '';

export async function loader(args: Route.LoaderArgs) {
  const { set } = await askedSet(args, 'change');
  const code = askedCode(args.request);
  const gone = underneath(set.criteria, code);
  if (gone.length === 0) return pageNotFound();
  const codes = new Set(gone.map((one) => one.code));
  const ties = set.tieRules.filter((rule) => rule.kind === 'points' && codes.has(rule.code));
  const lost = [...gone.map(said.item), ...ties.map((rule) => said.tieLost(tieText(rule, set.criteria)))];
  return { set: { id: set.id, title: set.title, version: set.version }, code, lost };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.setId);
  const { fields } = await typedIn(args.request);
  const change = { kind: 'remove', code: askedCode(args.request) } as const;
  const done = await act(edge, (context) => changeSet(context, { id, version: versionIn(fields), change }));
  if (done.ok) return redirect(`/tieu-chi/${id}?da=remove`);
  return data({ problems: setProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function RemoveCriterion({ loaderData, actionData }: Route.ComponentProps) {
  const { set, code, lost } = loaderData;
  const here = `/tieu-chi/${set.id}`;
  return (
    <Page
      title={said.removeTitle(code)}
      trail={[
        { label: setsText.title, href: '/tieu-chi' },
        { label: set.title, href: here },
      ]}
    >
      <title>{said.removeTitle(code)}</title>
      <Confirm
        what={said.removeWhat}
        lost={lost}
        verb={said.removeVerb}
        back={here}
        version={set.version}
        errors={actionData?.problems}
      />
    </Page>
  );
}
