import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ruleBook } from '../law/law-book.server.ts';
import { LAW_TEXTS } from '../law/law-text.ts';
import { inForceText, STATE_MARK } from '../law/law.text.ts';
import { listVersions, mayProposeProvisions } from '../law/versions.server.ts';
import { awardsText as said } from '../text.ts';
import { ArticleText } from './ArticleText.tsx';
import { Mark } from './Mark.tsx';
import { RuleList } from './RuleList.tsx';
import { Versions } from './Versions.tsx';
import type { Route } from './+types/rule-set.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db } = services;
  const { setCode } = args.params;
  const book = await ruleBook(db);
  const set = book.ruleSets.find(({ code }) => code === setCode) ?? pageNotFound();
  const [versions, mayPropose] = await Promise.all([
    listVersions(db, actor, { line: { kind: 'rule_set', award: null, item: setCode, forYearsFrom: null } }),
    mayProposeProvisions(db, actor),
  ]);
  const before = book.ruleSets.find(({ code }) => code === set.shownInstead);
  const law = LAW_TEXTS.find(({ number }) => number === set.number);
  const rules = book.rules.filter(({ ruleSet }) => ruleSet === setCode);
  return { set, before, rules, versions, mayPropose, law };
}

export default function OneRuleSet({ loaderData }: Route.ComponentProps) {
  const { set, before, rules, versions, mayPropose, law } = loaderData;
  const isUnread = set.state === 'not_read';
  return (
    <Page
      title={set.title}
      trail={[{ label: said.title, href: '/khen-thuong/danh-muc' }]}
      action={
        mayPropose && (
          <LinkButton kind="second" href={`/khen-thuong/danh-muc/quy-dinh/moi?ban=${set.id ?? ''}`}>
            {said.newVersion}
          </LinkButton>
        )
      }
    >
      <title>{set.title}</title>
      {isUnread && (
        <Notice kind="warning" title={said.unreadTitle(set.title)}>
          <p>{said.unreadMeans(set.title, set.inForceFrom, before?.title)}</p>
        </Notice>
      )}
      <Pairs
        pairs={[
          { label: said.number, value: set.number },
          { label: said.days, value: inForceText({ validFrom: set.inForceFrom, validUntil: set.inForceUntil }) },
          { label: said.mark, value: <Mark state={set.state} /> },
          ...(before
            ? [
                {
                  label: said.shownInstead,
                  value: <a href={`/khen-thuong/danh-muc/bo-quy-dinh/${before.code}`}>{before.title}</a>,
                },
              ]
            : []),
          ...(set.transition
            ? [{ label: said.transition, value: `${set.transition.wording} (${STATE_MARK[set.transition.state]})` }]
            : []),
          { label: said.library, value: <a href={`/thu-vien/${set.code}`}>{said.library}</a> },
        ]}
      />
      <h2>{said.rulesOf}</h2>
      {rules.length === 0 ? <p className="muted">{said.noRule}</p> : <RuleList rules={rules} />}
      {law?.articles.map((article) => (
        <ArticleText key={article.number} article={{ ...article, of: law }} />
      ))}
      <h2>{said.versions}</h2>
      <Versions versions={versions} />
    </Page>
  );
}
