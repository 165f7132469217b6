import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import type { FieldError } from '../../../ui/ErrorSummary.tsx';
import { fieldId } from '../../../ui/ErrorSummary.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { LinkRefusal } from '../deciding/link.server.ts';
import { findLinks, linkScheme } from '../deciding/link.server.ts';
import { decidingText, linkRefusalText } from '../deciding/text.ts';
import { listDefinitions } from '../definitions.server.ts';
import { mayDecide } from '../rights.server.ts';
import type { Route } from './+types/link.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const scheme = (await findLinks(db, args.params.code)) ?? pageNotFound();
  if (!(await mayDecide(db, person))) return pageForbidden();
  const indicators = (await listDefinitions(db)).map(({ code, name }) => ({ code, name }));
  return { scheme, indicators };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const links = many('gan').map((code) => ({ indicatorCode: code, basis: fields[`can-cu-${code}`] ?? '' }));
  const command = { schemeCode: args.params.code, version: Number(fields['version']), links };
  const linked = await act(edge, (context) => linkScheme(context, command));
  if (linked.ok) return redirect(`/de-an/${args.params.code}`);
  const { refusal } = linked;
  return data({ refusal, links, typed: fields }, { status: statusOf(refusal) });
}

export default function LinkScheme({ loaderData, actionData }: Route.ComponentProps) {
  const { scheme, indicators } = loaderData;
  const links = new Map((actionData?.links ?? scheme.links).map((link) => [link.indicatorCode, link.basis]));
  const refusal = actionData?.refusal;
  const title = decidingText.linkTitle(scheme.name);
  return (
    <Page
      title={title}
      lead={decidingText.linkLead}
      trail={[
        { label: decidingText.linkBack, href: '/de-an' },
        { label: scheme.name, href: `/de-an/${scheme.code}` },
      ]}
    >
      <title>{title}</title>
      <Form version={refusal?.kind === 'lost_race' ? refusal.current : scheme.version} errors={errorsOf(refusal)} wide>
        <Table
          caption={decidingText.linkCaption}
          captionHidden
          rows={indicators}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'gan',
              head: decidingText.linkColumn,
              cell: ({ code }) => (
                <input
                  type="checkbox"
                  name="gan"
                  value={code}
                  defaultChecked={links.has(code)}
                  aria-label={decidingText.linkBox(code)}
                />
              ),
            },
            { key: 'ma', head: decidingText.code, kind: 'code', cell: ({ code }) => code },
            { key: 'ten', head: decidingText.indicator, kind: 'name', cell: ({ name }) => name },
            {
              key: 'can-cu',
              head: decidingText.linkBasis,
              cell: ({ code }) => (
                <input
                  type="text"
                  id={fieldId(`can-cu-${code}`)}
                  name={`can-cu-${code}`}
                  aria-invalid={refusal?.kind === 'basis_missing' && refusal.codes.includes(code) ? true : undefined}
                  defaultValue={actionData?.typed[`can-cu-${code}`] ?? links.get(code)}
                  aria-label={decidingText.linkBasisOf(code)}
                />
              ),
            },
          ]}
        />
        <Actions>
          <Button>{decidingText.save}</Button>
          <a href={`/de-an/${scheme.code}`}>{decidingText.cancelLink}</a>
        </Actions>
      </Form>
    </Page>
  );
}

/** A row without its basis is led to; anything else is about the whole. */
function errorsOf(refusal: LinkRefusal | undefined): readonly FieldError[] {
  if (!refusal) return [];
  if (refusal.kind !== 'basis_missing') return [{ message: linkRefusalText(refusal) }];
  return refusal.codes.map((code) => ({ field: `can-cu-${code}`, message: decidingText.basisMissing(code) }));
}
