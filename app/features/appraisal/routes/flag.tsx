import { data, redirect } from 'react-router';
import { isAllowed } from '../../../kernel/permit.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { pathOf } from '../../organisation/paths.server.ts';
import { decisionsOn, listFlags } from '../flags-list.server.ts';
import { matchFlag, withdrawFlag } from '../flags.server.ts';
import { effectText, flagsText as said, flagStateText, matchingText } from '../flags.text.ts';
import { holdersLike } from '../matching.server.ts';
import { rights } from '../rights.ts';
import { appraisalProblems, appraisalText } from '../text.ts';
import { FlagForms } from './FlagForms.tsx';
import type { Route } from './+types/flag.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = { ids: [askedId(args.params.flagId)], today: plainDateIn(clock()), size: 1 };
  const flag = (await listFlags(db, person, query)).rows[0] ?? pageNotFound();
  const url = new URL(args.request.url);
  const asked = url.searchParams.get('tim') ?? '';
  const at = await db.selectFrom('flag').select('at_unit_id').where('id', '=', flag.id).executeTakeFirstOrThrow();
  const mayChange =
    isAllowed(rights, 'flag.match', person, await pathOf(db, at.at_unit_id)) && flag.state !== 'withdrawn';
  const [decisions, offered] = await Promise.all([
    decisionsOn(db, flag.id),
    mayChange ? holdersLike(db, person, asked || flag.statedName) : [],
  ]);
  return { flag, decisions, offered, asked, mayChange, done: url.searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const on = { id: askedId(args.params.flagId), version: versionIn(fields), typed: fields };
  const deed = fields['viec'] === 'rut' ? 'rut' : 'khop';
  const result = await act(edge, (context) => (deed === 'rut' ? withdrawFlag(context, on) : matchFlag(context, on)));
  if (result.ok) return redirect(`/khen-thuong/tham-dinh/canh-bao/${on.id}?da=${deed}`);
  return data({ deed, fields, problems: appraisalProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function Flag({ loaderData, actionData }: Route.ComponentProps) {
  const { flag, decisions, done } = loaderData;
  const told = done === null ? undefined : said.done[done];
  const period = [flag.from, flag.until].map((day) => (day === null ? '…' : dateText(day))).join(' – ');
  return (
    <Page
      title={`${flag.kindName}: ${flag.statedName}`}
      lead={flag.what}
      trail={[
        { label: appraisalText.title, href: '/khen-thuong/tham-dinh' },
        { label: said.title, href: '/khen-thuong/tham-dinh/canh-bao' },
      ]}
      action={<b>{flagStateText[flag.state]}</b>}
    >
      <title>{said.title}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      <Pairs
        pairs={[
          { label: said.body, value: flag.body },
          { label: said.paper, value: appraisalText.paperOf(flag.number, flag.date) },
          { label: said.stated, value: [flag.statedName, flag.statedUnit].filter(Boolean).join(', ') },
          {
            label: said.holder,
            value:
              flag.holderId === null ? (
                said.notMatched
              ) : (
                <a href={`/khen-thuong/so/${flag.holderId}`}>{`${flag.holderName ?? ''}, ${flag.holderUnit ?? ''}`}</a>
              ),
          },
          ...(flag.matchedBy ? [{ label: said.matchedBy, value: matchingText[flag.matchedBy] }] : []),
          ...(flag.from || flag.until ? [{ label: said.period, value: period }] : []),
          ...(flag.expires ? [{ label: said.expires, value: dateText(flag.expires) }] : []),
          { label: said.entered, value: momentText(flag.enteredAt) },
          ...(flag.withdrawReason ? [{ label: said.withdrawn, value: flag.withdrawReason }] : []),
        ]}
      />
      <section>
        <h2>{said.decisions}</h2>
        {decisions.length === 0 ? (
          <p className="muted">{said.noDecision}</p>
        ) : (
          <ul>
            {decisions.map(
              ({ nomineeId, nomineeName, dossierId, dossierCode, effect, reason, decidedBy, decidedAt }) => (
                <li key={nomineeId}>
                  <a href={`/khen-thuong/tham-dinh/${dossierId}/${nomineeId}`}>
                    {nomineeName} ({dossierCode})
                  </a>
                  : {effectText[effect]}; {reason}{' '}
                  <small>{appraisalText.concludedBy(decidedBy, momentText(decidedAt))}</small>
                </li>
              ),
            )}
          </ul>
        )}
      </section>
      {loaderData.mayChange && <FlagForms {...loaderData} refused={actionData} />}
    </Page>
  );
}
