import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { setLink, takeOffLink } from '../linking.server.ts';
import type { Link } from '../reading.server.ts';
import { findDocument, listDocuments, mayAddDocuments } from '../reading.server.ts';
import { libraryProblems, libraryText as said } from '../text.ts';
import { LinkFields } from './LinkFields.tsx';
import type { Route } from './+types/links.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const { document, links } = (await findDocument(db, person, { code: args.params.code })) ?? pageNotFound();
  if (!(await mayAddDocuments(db, person))) return pageForbidden();
  const others = (await listDocuments(db, person, {})).filter(({ code }) => code !== document.code);
  return { document, links, others, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const { code } = args.params;
  const isOff = fields['viec'] === 'bo';
  const command = { code: fields['tu'] ?? code, relation: fields['quan-he'] ?? '', to: fields['van-ban'] ?? '' };
  const done = await act(edge, (context) => (isOff ? takeOffLink(context, command) : setLink(context, command)));
  if (done.ok) return redirect(`/thu-vien/${code}/quan-he?da=${isOff ? 'bo' : 'ghi'}`);
  return data({ fields, problems: libraryProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function Links({ loaderData, actionData }: Route.ComponentProps) {
  const { document, links, others, done } = loaderData;
  const problems = actionData?.problems ?? [];
  const title = said.linksOf(document.title);
  return (
    <Page
      title={title}
      lead={said.linksLead}
      trail={[
        { label: said.title, href: '/thu-vien' },
        { label: document.title, href: `/thu-vien/${document.code}` },
      ]}
    >
      <title>{title}</title>
      {done && !actionData && <Notice kind="success">{done === 'bo' ? said.linkTakenOff : said.linkSet}</Notice>}
      {links.length === 0 && <p className="muted">{said.noLinks}</p>}
      <ul className="plain">
        {links.map((link) => (
          <li key={`${link.relation} ${link.isFrom ? 'from' : 'to'} ${link.code}`}>
            {said.relation(link.relation, link.isFrom)}: <a href={`/thu-vien/${link.code}`}>{link.title}</a>{' '}
            {link.isOwn ? <TakeOff link={link} code={document.code} /> : <small>({said.fromPack})</small>}
          </li>
        ))}
      </ul>
      <h2>{said.setLink}</h2>
      <Form hidden={{ viec: 'ghi' }} errors={problems}>
        <LinkFields
          fields={actionData?.fields ?? {}}
          errorAt={(name) => problems.find(({ field }) => field === name)?.message}
          others={others}
        />
        <Actions>
          <Button>{said.setLink}</Button>
          <a href={`/thu-vien/${document.code}`}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}

/** Whichever of the two it was written at. */
function TakeOff({
  link: { relation, isFrom, code: other, title },
  code,
}: {
  readonly link: Link;
  readonly code: string;
}) {
  const [from, to] = isFrom ? [code, other] : [other, code];
  return (
    <Form hidden={{ viec: 'bo', tu: from, 'quan-he': relation, 'van-ban': to }}>
      <Button kind="plain" small>
        {said.takeOff} <span className="sr">({title})</span>
      </Button>
    </Form>
  );
}
