import type { ReactNode } from 'react';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { sizeText } from '../../../platform/files/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { ListedInitiative } from '../list.server.ts';
import type { OneInitiative } from '../one.server.ts';
import {
  authorLine,
  authorFieldText,
  effectFieldText,
  fieldText,
  initiativeMoveText,
  initiativesText as said,
  recognitionText,
} from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type Of = { readonly one: OneInitiative };

/** Why it came back. */
export function Told({ initiative }: { readonly initiative: ListedInitiative }) {
  const { stage, returnReason } = initiative;
  if (!returnReason || !initiative.isInside) return null;
  const title = stage === 'returned' ? said.returned : stage === 'refused' ? said.refused : said.declined;
  return (
    <Notice kind="warning" title={title}>
      {returnReason}
    </Notice>
  );
}

export function Words({ one: { initiative, use, submittedByName } }: Of) {
  const { recognitions, schemeCode, schemeName, criterionCode, criterionWording, source } = initiative;
  const recognised =
    recognitions.length === 0 ? (
      said.notYet
    ) : (
      <ul className="plain">
        {recognitions.map((one) => (
          <li key={one.level}>{recognitionText(one)}</li>
        ))}
      </ul>
    );
  return (
    <>
      <Pairs
        pairs={[
          { label: said.recognition, value: recognised },
          ...(schemeCode === null
            ? []
            : [
                {
                  label: said.serves,
                  value: (
                    <>
                      <a href={`/de-an/${schemeCode}`}>{`${schemeCode} ${schemeName ?? ''}`}</a>
                      {criterionCode !== null && ` · ${criterionCode} ${criterionWording ?? ''}`}
                    </>
                  ),
                },
              ]),
          ...(submittedByName ? [{ label: said.sentBy, value: submittedByName }] : []),
          ...(source === null ? [] : [{ label: said.source, value: source }]),
          ...(recognitions.length === 0
            ? []
            : [{ label: said.use, value: use ? said.useOf(use.usedFor, use.usedAt) : said.notUsed }]),
        ]}
      />
      {(['problem', 'novelty', 'effect'] as const).map((field) => (
        <Long key={field} title={fieldText[field]} text={initiative[field]} />
      ))}
      <Effects initiative={initiative} />
      <Long title={fieldText.appliedAt} text={initiative.appliedAt} />
      <Authors initiative={initiative} />
    </>
  );
}

function Long({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 ? <p className="muted">{said.notWritten}</p> : lines.map((line) => <p key={line}>{line}</p>)}
    </section>
  );
}

function Effects({ initiative: { effects } }: { readonly initiative: ListedInitiative }) {
  if (effects.length === 0) return null;
  return (
    <Table
      caption={said.effects}
      rows={effects.map((effect, at) => ({ ...effect, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'gi', head: effectFieldText.what, kind: 'name', cell: ({ what }) => what },
        { key: 'dvt', head: effectFieldText.unitOfMeasure, cell: ({ unitOfMeasure }) => unitOfMeasure },
        {
          key: 'truoc',
          head: effectFieldText.before,
          kind: 'number',
          cell: ({ before }) => (before === null ? said.unknown : formatVietnamese(before)),
        },
        { key: 'sau', head: effectFieldText.after, kind: 'number', cell: ({ after }) => formatVietnamese(after) },
      ]}
    />
  );
}

function Authors({ initiative: { authors } }: { readonly initiative: ListedInitiative }) {
  if (authors.length === 0) return null;
  return (
    <Table
      caption={said.authors}
      rows={authors}
      rowKey={authorLine}
      columns={[
        { key: 'ten', head: authorFieldText.name, kind: 'name', cell: ({ name }) => name },
        { key: 'noi', head: authorFieldText.place, cell: ({ place }) => place },
        { key: 'ty-le', head: authorFieldText.share, kind: 'number', cell: ({ share }) => said.percent(share) },
      ]}
    />
  );
}

export function Evidence({ one: { initiative, files }, refused }: Of & { readonly refused: Refused }) {
  const { problems, errorAt } = formOf(refused, 'attach');
  return (
    <section>
      <h2>{said.evidence}</h2>
      {files.length === 0 ? (
        <p className="muted">{said.noEvidence}</p>
      ) : (
        <ul>
          {files.map(({ id, name, size }) => (
            <li key={id}>
              <a href={`/sang-kien/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
            </li>
          ))}
        </ul>
      )}
      {initiative.moves.includes('attach') && (
        <Form hidden={{ viec: 'attach' }} errors={problems} multipart>
          <Field type="file" name="tep-moi" label={said.file} hint={said.fileHint} error={errorAt('tep-moi')} />
          <Button kind="second">{initiativeMoveText.attach}</Button>
        </Form>
      )}
    </section>
  );
}
