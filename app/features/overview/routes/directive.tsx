import { edgeOf } from '../../../platform/http.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { ClausePage, Slip } from '../directive.server.ts';
import { directivePage } from '../directive.server.ts';
import { directiveText, overviewText } from '../text.ts';
import type { Route } from './+types/directive.ts';

export function loader(args: Route.LoaderArgs) {
  return directivePage(edgeOf(args).services.db);
}

export default function Directive({ loaderData }: Route.ComponentProps) {
  const { clauses, slips, subject } = loaderData;
  const parts = clauses.filter(({ parent, heading }) => parent === null && heading !== null);
  return (
    <Page title={directiveText.title} lead={subject}>
      <title>{directiveText.title}</title>
      {clauses.length === 0 && <Empty what={directiveText.title} why={overviewText.noPackWhy} />}
      {parts.length > 0 && (
        <nav aria-label={directiveText.contents}>
          <ul>
            {parts.map(({ code, heading }) => (
              <li key={code}>
                <a href={`#${code}`}>{directiveText.part(code, heading)}</a>
              </li>
            ))}
            <li>
              <a href="#cho-sua">{directiveText.slipsTitle(slips.length)}</a>
            </li>
          </ul>
        </nav>
      )}
      {clauses.map((clause) => (
        <Clause key={clause.code} clause={clause} />
      ))}
      <Slips slips={slips} />
    </Page>
  );
}

function Clause({ clause }: { readonly clause: ClausePage }) {
  const { code, parent, heading, paragraphs } = clause;
  const said = directiveText.part(code, heading);
  const isItems = paragraphs.length > 0 && paragraphs.every(({ isItem }) => isItem);
  const lines = paragraphs.map(({ text, isItem }, at) => (isItem ? <li key={at}>{text}</li> : <p key={at}>{text}</p>));
  return (
    <section id={code} className="clause">
      {heading !== null && (parent === null ? <h2>{said}</h2> : <h3>{said}</h3>)}
      {heading === null && parent !== null && <h3>{directiveText.clause(code)}</h3>}
      {isItems ? <ul>{lines}</ul> : <Mixed paragraphs={paragraphs} />}
    </section>
  );
}

/** Text with lists between: items that follow each other make one list. */
function Mixed({ paragraphs }: Pick<ClausePage, 'paragraphs'>) {
  const groups: (typeof paragraphs)[number][][] = [];
  for (const one of paragraphs) {
    const last = groups.at(-1);
    if (last && one.isItem && last[0]?.isItem) last.push(one);
    else groups.push([one]);
  }
  return groups.map((group, at) =>
    group[0]?.isItem ? (
      <ul key={at}>
        {group.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    ) : (
      <p key={at}>{group[0]?.text}</p>
    ),
  );
}

function Slips({ slips }: { readonly slips: readonly Slip[] }) {
  return (
    <section id="cho-sua">
      <h2>{directiveText.slipsTitle(slips.length)}</h2>
      <p>{directiveText.slipsWhy}</p>
      <Table
        caption={directiveText.slipsTitle(slips.length)}
        captionHidden
        rows={slips}
        rowKey={(slip) => `${slip.clause} ${slip.found}`}
        columns={[
          {
            key: 'muc',
            head: directiveText.at,
            kind: 'name',
            cell: ({ clause }) => <a href={`#${clause}`}>{directiveText.clause(clause)}</a>,
          },
          { key: 'ban-quet', head: directiveText.found, cell: ({ found }) => <del>{found}</del> },
          { key: 'sua', head: directiveText.mended, cell: ({ mended }) => mended },
          { key: 'ly-do', head: directiveText.why, cell: ({ why }) => why },
        ]}
        empty={<p>{directiveText.noSlips}</p>}
      />
    </section>
  );
}
