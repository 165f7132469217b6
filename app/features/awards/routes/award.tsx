import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { awardOn, findAward } from '../award.ts';
import { awardFacts } from '../law/law-book.server.ts';
import { articleText } from '../law/law-text.ts';
import { isInForce } from '../law/provision.ts';
import { listVersions, mayProposeProvisions } from '../law/versions.server.ts';
import { HOLDER_TEXT, LEVEL_NAME, TYPE_NAME } from '../law/law.text.ts';
import { daysText } from '../standards/explained.text.ts';
import type { Chosen } from '../standards/rule-book.ts';
import { awardsText as said } from '../text.ts';
import { ArticleText } from './ArticleText.tsx';
import { dayAsked, yearAsked } from './asked-day.ts';
import { Clauses } from './Clauses.tsx';
import { FactTable } from './FactTable.tsx';
import { Mark } from './Mark.tsx';
import { UnreadLaw } from './UnreadLaw.tsx';
import { Versions } from './Versions.tsx';
import type { Route } from './+types/award.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db, clock } = services;
  const award = findAward(args.params.code) ?? pageNotFound();
  const on = dayAsked(args.request, clock());
  const { code, name, type, level, holders, article, isGiven } = awardOn(award.code, on) ?? award;
  const year = yearAsked(args.request, on);
  const { book: _book, chosen, ...facts } = await awardFacts(db, code, { on, year });
  const [versions, mayPropose] = await Promise.all([
    listVersions(db, actor, { award: code }),
    mayProposeProvisions(db, actor),
  ]);
  const text = articleText(chosen.read?.number ?? '', chosen.rule?.article ?? article);
  const entry = versions.find(
    ({ provision, stands }) => provision.kind === 'award' && stands !== undefined && isInForce(stands, on),
  )?.provision.id;
  return { code, name, type, level, holders, isGiven, entry, on, year, chosen, facts, versions, mayPropose, text };
}

export default function OneAward({ loaderData }: Route.ComponentProps) {
  const { code, name, type, level, holders, isGiven, entry, on, year, chosen, facts, versions, mayPropose, text } =
    loaderData;
  return (
    <Page
      title={name}
      lead={said.lead(on)}
      trail={[{ label: said.title, href: '/khen-thuong/danh-muc' }]}
      action={<LinkButton href={`/khen-thuong/danh-muc/thu?award=${code}`}>{said.try}</LinkButton>}
    >
      <title>{name}</title>
      <Filters path={`/khen-thuong/danh-muc/${code}`} verb={said.find}>
        <Field type="date" name="nhan" label={said.received} value={on} />
        <Field name="nam" label={said.year} value={String(year)} width="short" />
      </Filters>
      {level === 'elsewhere' && <Notice kind="info">{said.elsewhere}</Notice>}
      {!isGiven && <Notice kind="warning">{said.notGiven(on)}</Notice>}
      <UnreadLaw {...chosen} />
      <Pairs
        pairs={[
          { label: said.type, value: TYPE_NAME[type] },
          { label: said.level, value: LEVEL_NAME[level] },
          { label: said.holders, value: holders.map((each) => HOLDER_TEXT[each]).join(', ') },
        ]}
      />
      {mayPropose && entry && (
        <p>
          <a href={`/khen-thuong/danh-muc/quy-dinh/moi?ban=${entry}`}>{said.changeEntry}</a>
        </p>
      )}
      <h2>{said.rulesOf}</h2>
      <OneRule rule={chosen.rule} amendedBy={chosen.isUnread ? chosen.inForce : undefined} mayPropose={mayPropose} />
      {text && <ArticleText article={text} />}
      {chosen.everyAward && (
        <details className="why">
          <summary>{said.rulesEvery}</summary>
          <OneRule
            rule={chosen.everyAward}
            amendedBy={chosen.isUnread ? chosen.inForce : undefined}
            mayPropose={mayPropose}
          />
        </details>
      )}
      <h2>{said.facts}</h2>
      <FactTable
        facts={facts}
        hrefOfNew={
          mayPropose ? (kind) => `/khen-thuong/danh-muc/quy-dinh/moi?loai=${kind}&danh-hieu=${code}` : undefined
        }
      />
      <h2>{said.versions}</h2>
      <Versions versions={versions} />
    </Page>
  );
}

type OneRuleProps = {
  readonly amendedBy: Chosen['inForce'];
  readonly rule: Chosen['rule'];
  readonly mayPropose: boolean;
};

function OneRule({ rule, amendedBy, mayPropose }: OneRuleProps) {
  if (!rule) return <Notice kind="info">{said.noRuleMeans}</Notice>;
  const { id = '', basis, inForceFrom, inForceUntil, state, conditions } = rule;
  return (
    <>
      <p>
        <a href={`/khen-thuong/danh-muc/quy-dinh/${id}`}>{basis}</a>; {daysText(inForceFrom, inForceUntil)}{' '}
        <Mark state={state} amendedBy={amendedBy} />{' '}
        {mayPropose && <a href={`/khen-thuong/danh-muc/quy-dinh/moi?ban=${id}`}>{said.newVersion}</a>}
      </p>
      <Clauses conditions={conditions} />
    </>
  );
}
