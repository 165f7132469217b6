import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findAward } from '../award.ts';
import { provisionRefusal } from '../law/form.text.ts';
import { articleText } from '../law/law-text.ts';
import { aboutText, awardNameText, citedText, contentText, lineText, nameOfProvision } from '../law/law.text.ts';
import { decideProvision } from '../law/proposing.server.ts';
import { seeProvision } from '../law/seeing.server.ts';
import type { Cited, Provision } from '../law/provision.ts';
import { findVersion, listVersions, mayProposeProvisions } from '../law/versions.server.ts';
import type { Version } from '../law/versions.server.ts';
import { awardsText as said } from '../text.ts';
import { ArticleText } from './ArticleText.tsx';
import { Decide } from './Decide.tsx';
import { Clauses } from './Clauses.tsx';
import { Mark, VersionStage } from './Mark.tsx';
import { StandingDays, Versions } from './Versions.tsx';
import type { Route } from './+types/provision.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db } = services;
  const version = (await findVersion(db, actor, askedId(args.params.provisionId))) ?? pageNotFound();
  const [versions, mayPropose] = await Promise.all([
    listVersions(db, actor, { line: version.provision }),
    mayProposeProvisions(db, actor),
  ]);
  const seen = version.stage === 'proposed' ? await seeProvision(db, actor, version.provision) : undefined;
  return {
    version,
    versions,
    mayPropose,
    texts: textsOf(version.provision),
    seen: seen?.ok ? seen.value : undefined,
    hindered: seen && !seen.ok ? provisionRefusal(seen.refusal).map(({ message }) => message) : [],
    done: new URL(args.request.url).searchParams.get('da') ?? '',
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const id = askedId(args.params.provisionId);
  const move = fields['viec'] === 'confirm' ? 'confirm' : 'withdraw';
  const done = await act(edge, (context) => decideProvision(context, { id, version: versionIn(fields), move }));
  if (done.ok) return redirect(`/khen-thuong/danh-muc/quy-dinh/${id}?da=${move}`);
  return data({ problems: provisionRefusal(done.refusal) }, { status: statusOf(done.refusal) });
}

/** Of every article that is cited, those that are carried with the product. */
function textsOf(one: Provision) {
  const lines: readonly Pick<Cited, 'article' | 'source'>[] = Array.isArray(one.content) ? one.content : [one];
  const found = lines.flatMap(({ source, article }) => articleText(source, article) ?? []);
  return [...new Map(found.map((each) => [each.number, each])).values()];
}

export default function OneProvision({ loaderData, actionData }: Route.ComponentProps) {
  const { version, versions, mayPropose, texts, seen, hindered, done } = loaderData;
  const { provision } = version;
  const title = said.versionTitle(aboutText(provision), nameOfProvision(provision));
  const trail = [{ label: said.title, href: '/khen-thuong/danh-muc' }, ...above(provision)];
  return (
    <Page
      title={title}
      trail={trail}
      action={
        mayPropose &&
        version.stage === 'confirmed' && (
          <LinkButton kind="second" href={`/khen-thuong/danh-muc/quy-dinh/moi?ban=${provision.id}`}>
            {said.newVersion}
          </LinkButton>
        )
      }
    >
      <title>{title}</title>
      {said.done[done] && !actionData && <Notice kind="success">{said.done[done]}</Notice>}
      {actionData && <Notice kind="refusal">{actionData.problems.map(({ message }) => message).join(' ')}</Notice>}
      <Known version={version} />
      {version.stage === 'proposed' && <Decide version={version} seen={seen} hindered={hindered} />}
      <Content provision={provision} />
      {texts.length === 0 ? (
        <Notice kind="info">{said.noText(provision.source)}</Notice>
      ) : (
        texts.map((article) => <ArticleText key={article.number} article={article} open={texts.length === 1} />)
      )}
      <h2>{said.versions}</h2>
      <Versions versions={versions} />
    </Page>
  );
}

/** A new line of the list has no page of its own before it is confirmed. */
function above({ award }: Provision) {
  if (award === null) return [{ label: said.general, href: '/khen-thuong/danh-muc/quy-dinh-chung' }];
  return findAward(award) ? [{ label: awardNameText(award), href: `/khen-thuong/danh-muc/${award}` }] : [];
}

function Known({ version }: { readonly version: Version }) {
  const { provision, stage, isProduct, reason, proposedBy, decidedBy } = version;
  return (
    <Pairs
      pairs={[
        { label: said.where, value: citedText(provision) },
        ...(provision.basis === '' ? [] : [{ label: said.source, value: provision.basis }]),
        { label: said.days, value: <StandingDays version={version} /> },
        { label: said.mark, value: <Mark state={provision.state} /> },
        { label: said.stage, value: <VersionStage stage={stage} /> },
        ...(isProduct ? [{ label: said.proposedBy, value: said.byProduct }] : []),
        ...(proposedBy === null ? [] : [{ label: said.proposedBy, value: proposedBy }]),
        ...(decidedBy === null || stage !== 'confirmed' ? [] : [{ label: said.confirmedBy, value: decidedBy }]),
        ...(reason === null ? [] : [{ label: said.reason, value: reason }]),
        ...(provision.replaces === null
          ? []
          : [
              {
                label: said.replaces,
                value: <a href={`/khen-thuong/danh-muc/quy-dinh/${provision.replaces}`}>{said.open}</a>,
              },
            ]),
      ]}
    />
  );
}

function Content({ provision }: { readonly provision: Provision }) {
  if (provision.kind === 'rule')
    return (
      <>
        <h2>{said.clausesTitle}</h2>
        <Clauses conditions={provision.content} />
      </>
    );
  if (!isList(provision))
    return (
      <p>
        <b>{contentText(provision)}</b>
      </p>
    );
  return (
    <ul>
      {provision.content.map((line) => (
        <li key={line.what}>
          {lineText(line)} <small>{citedText(line)}</small> <Mark state={line.state} />
        </li>
      ))}
    </ul>
  );
}

const isList = (one: Provision) => one.kind === 'deciders' || one.kind === 'papers' || one.kind === 'terms';
