import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { findAward } from '../award.ts';
import { kindIn, rowsIn } from '../law/draft.ts';
import { drawnOf, rowsAfter } from '../law/drawn.ts';
import { formText as said, provisionRefusal } from '../law/form.text.ts';
import { ruleBook } from '../law/law-book.server.ts';
import { aboutText, awardNameText } from '../law/law.text.ts';
import { proposeProvision } from '../law/proposing.server.ts';
import type { Line } from '../law/provision.ts';
import { seeDraft } from '../law/seeing.server.ts';
import { findVersion, mayProposeProvisions } from '../law/versions.server.ts';
import { awardsText } from '../text.ts';
import { ChooseKind } from './ChooseKind.tsx';
import { WhatItDoes } from './PreviewTable.tsx';
import { ProvisionForm } from './ProvisionForm.tsx';
import type { Route } from './+types/new-provision.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  if (!(await mayProposeProvisions(db, person))) pageForbidden();
  const { searchParams } = new URL(args.request.url);
  const ban = searchParams.get('ban');
  const base = ban === null ? undefined : await findVersion(db, person, askedId(ban));
  const asked = { value: (name: string) => searchParams.get(name) ?? '', many: () => [] };
  const kind = base?.provision.kind ?? kindIn(asked);
  const award = asked.value('danh-hieu');
  const line: Line | undefined =
    base?.provision ??
    (kind && {
      kind,
      award: findAward(award) ? award : null,
      item: asked.value('muc').slice(0, 80),
      forYearsFrom: null,
    });
  const { ruleSets } = await ruleBook(db);
  return {
    line: line && { kind: line.kind, award: line.award, item: line.item, forYearsFrom: line.forYearsFrom },
    base: base?.provision,
    mayReplace: base?.stands !== undefined,
    drawn: line && drawnOf(line, base?.provision, plainDateIn(clock())),
    sets: ruleSets.map(({ code, title }) => ({ value: code, label: title })),
    newId: newId(),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const typed = { value: (name: string) => fields[name] ?? '', many };
  const id = mintedId(fields['ma']);
  const deed = fields['viec'] ?? '';
  const rows = rowsIn(typed);
  if (deed === 'propose') {
    const done = await act(edge, (context) => proposeProvision(context, { id, typed }));
    if (done.ok) return redirect(`/khen-thuong/danh-muc/quy-dinh/${id}?da=de-xuat`);
    const problems = provisionRefusal(done.refusal);
    return data({ fields, rows, problems, seen: undefined }, { status: statusOf(done.refusal) });
  }
  const moved = rowsAfter(deed, rows);
  if (deed !== 'see') return data({ fields, rows: moved ?? rows, problems: [], seen: undefined });
  const seen = await seeDraft(edge.services.db, person, { id, typed });
  if (!seen.ok)
    return data({ fields, rows, problems: provisionRefusal(seen.refusal), seen: undefined }, { status: 422 });
  return data({ fields, rows, problems: [], seen: seen.value });
}

export default function NewProvision({ loaderData, actionData }: Route.ComponentProps) {
  const { line, base, mayReplace, drawn, sets, newId: minted } = loaderData;
  const trail = [{ label: awardsText.title, href: '/khen-thuong/danh-muc' }];
  if (!line || !drawn)
    return (
      <Page title={said.newTitle} lead={said.lead} trail={trail}>
        <title>{said.newTitle}</title>
        <ChooseKind sets={sets} />
      </Page>
    );
  const title =
    line.kind === 'award' && line.award === null
      ? said.newEntry
      : said.newOf(aboutText(line), awardNameText(line.award));
  return (
    <Page title={title} lead={said.lead} trail={trail}>
      <title>{title}</title>
      {actionData?.seen && <WhatItDoes {...actionData.seen} />}
      <ProvisionForm
        line={line}
        drawn={actionData ?? drawn}
        problems={actionData?.problems ?? []}
        sets={sets}
        hidden={{ ma: actionData?.fields['ma'] ?? minted, ban: base?.id ?? '' }}
        mayReplace={mayReplace}
      />
    </Page>
  );
}
