import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formText } from '../law/form.text.ts';
import { ruleOf } from '../law/law-book.ts';
import { ruleBook } from '../law/law-book.server.ts';
import { withRule } from '../law/preview.ts';
import { findVersion } from '../law/versions.server.ts';
import type { Rule } from '../standards/rule.ts';
import { caseIn } from '../standards/case-form.ts';
import type { Typed } from '../standards/case-form.ts';
import { evaluateStandards } from '../standards/evaluate.ts';
import { explained } from '../standards/explained.text.ts';
import { PROBLEM_TEXT } from '../standards/text.ts';
import { awardsText } from '../text.ts';
import { tryText as said } from '../try.text.ts';
import { CaseFields } from './CaseFields.tsx';
import { Conditions, StandardState } from './Conditions.tsx';
import type { Route } from './+types/try.ts';

/** All in the address: a case can be sent to a colleague, and nothing is kept. */
export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  const { searchParams } = new URL(args.request.url);
  const values = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
  const today = plainDateIn(services.clock());
  const trying = await ruleOn(args, searchParams.get('ban'));
  const drawn = { values, today, problems: [], ban: trying?.id, answer: undefined };
  if (!searchParams.has('nhan')) return drawn;
  const read = caseIn(typedOf(values));
  if (!read.ok) {
    const problems = read.refusal.problems.map(({ field, problem }) => ({ field, message: PROBLEM_TEXT[problem] }));
    return { ...drawn, problems };
  }
  const book = await ruleBook(services.db);
  const answer = explained(
    read.value,
    evaluateStandards(trying ? withRule(book, read.value, trying) : book, read.value),
  );
  return { ...drawn, answer };
}

/** A version that is not in force yet, or no more, to be tried in the place of the one that is; for whoever may see it. */
async function ruleOn(args: Route.LoaderArgs, ban: string | null): Promise<Rule | undefined> {
  const { services, actor } = edgeOf(args);
  const found = ban === null ? undefined : await findVersion(services.db, actor, askedId(ban));
  return found?.provision.kind === 'rule' ? ruleOf(found.provision) : undefined;
}

export function typedOf(values: Readonly<Record<string, readonly string[]>>): Typed {
  const many = (name: string) => (values[name] ?? []).map((each) => each.trim().slice(0, 100));
  return { one: (name) => many(name).at(-1) ?? '', many };
}

export default function Try({ loaderData }: Route.ComponentProps) {
  const { values, today, problems, ban, answer } = loaderData;
  return (
    <Page
      title={answer ? said.answered(answer.awardName) : said.title}
      lead={said.lead}
      trail={[{ label: awardsText.title, href: '/khen-thuong/danh-muc' }]}
      action={answer && <StandardState state={answer.result} large />}
    >
      <title>{said.title}</title>
      {ban !== undefined && (
        <Notice kind="info">
          {formText.trying} <a href={`/khen-thuong/danh-muc/quy-dinh/${ban}`}>{awardsText.open}</a>
        </Notice>
      )}
      {answer && <Conditions explained={answer} />}
      {answer && <h2>{said.again}</h2>}
      <form className="form form-wide" method="get" action="/khen-thuong/danh-muc/thu">
        {ban !== undefined && <input type="hidden" name="ban" value={ban} />}
        <ErrorSummary errors={problems.map((each) => ({ ...each, label: said.labelOf(each.field) }))} />
        <CaseFields typed={typedOf(values)} today={today} problems={problems} />
        <div className="acts">
          <Button>{said.answer}</Button>
        </div>
      </form>
    </Page>
  );
}
