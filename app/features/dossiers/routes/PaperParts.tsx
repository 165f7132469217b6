import { plainDateIn } from '../../../kernel/calendar.ts';
import { sizeText } from '../../../platform/files/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Table } from '../../../ui/Table.tsx';
import type { PaperFile } from '../files.server.ts';
import type { Awaited } from '../late-papers.ts';
import type { NomineeRow } from '../nominee-rows.server.ts';
import type { CellState, Complete, NeededPaper, PaperKind } from '../papers.ts';
import { dossierPapers, nomineePapers } from '../papers.ts';
import { cellText, paperKindText, papersText as said } from '../papers.text.ts';
import type { ShownProblem } from '../refusals.text.ts';
import { dossiersText } from '../text.ts';

/** Shape and word: the look alone says nothing. */
function Cell({ state }: { readonly state: CellState }) {
  const look = {
    there: 'verified',
    begun: 'returned',
    missing: 'returned',
    if_so: 'draft',
    later: 'draft',
    not_asked: 'draft',
  }[state];
  return <span className={`tag tag-${look}`}>{cellText[state]}</span>;
}

export function Shared({ complete: { shared } }: { readonly complete: Complete }) {
  if (shared.length === 0) return null;
  return (
    <section>
      <h2>{said.shared}</h2>
      <Pairs pairs={shared.map(({ kind, state }) => ({ label: paperKindText[kind], value: <Cell state={state} /> }))} />
    </section>
  );
}

type MatrixProps = {
  readonly complete: Complete;
  readonly dossierId: string;
  /** Whether this paper of this nominee may be brought now. */
  readonly opens: (kind: PaperKind, name: string) => boolean;
  /** The report is written on its own page, else it comes as a file. */
  readonly isWritten: boolean;
};

/** Nominee by paper. */
export function Matrix({ complete: { columns, rows }, dossierId, opens, isWritten }: MatrixProps) {
  if (rows.length === 0) return <p className="muted">{dossiersText.noNominees}</p>;
  const address = (id: string, kind: PaperKind) =>
    kind === 'report' && isWritten
      ? `/khen-thuong/ho-so/${dossierId}/doi-tuong/${id}`
      : `/khen-thuong/ho-so/${dossierId}/giay-to?loai=${kind}&cua=${id}#dinh-kem`;
  return (
    <Table
      caption={said.matrix}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'ten', head: dossiersText.nominee, kind: 'name', cell: ({ name }) => name },
        ...columns.map((kind, at) => ({
          key: kind,
          head: paperKindText[kind],
          cell: ({ id, name, cells }: (typeof rows)[number]) => {
            const state = cells[at]?.state ?? 'not_asked';
            const isOpen = opens(kind, name) && state !== 'there' && state !== 'not_asked';
            return isOpen ? (
              <a href={address(id, kind)} aria-label={`${cellText[state]}: ${paperKindText[kind]}, ${name}`}>
                <Cell state={state} />
              </a>
            ) : (
              <Cell state={state} />
            );
          },
        })),
      ]}
    />
  );
}

type FilesProps = {
  readonly files: readonly PaperFile[];
  readonly nominees: readonly NomineeRow[];
  readonly mayDetach: boolean;
  /** What came after this moment followed what was handed in. */
  readonly lateFrom: Date | null;
};

export function Files({ files, nominees, mayDetach, lateFrom }: FilesProps) {
  const nameOf = new Map(nominees.map(({ id, name }) => [id, name]));
  return (
    <section>
      <h2>{said.files}</h2>
      {files.length === 0 ? (
        <p className="muted">{said.noFiles}</p>
      ) : (
        <ul>
          {files.map(({ id, name, size, paper, nomineeId, attachedAt }) => (
            <li key={id}>
              <a href={`/khen-thuong/ho-so/tep/${id}`}>{name}</a>{' '}
              <small>
                {paperKindText[paper]}, {nomineeId === null ? said.ofDossier : nameOf.get(nomineeId)}, {sizeText(size)}
                {lateFrom && attachedAt > lateFrom && `, ${said.lateOn(dateText(plainDateIn(attachedAt)))}`}
              </small>
              {mayDetach && (
                <Form hidden={{ viec: 'detach', ma: id }}>
                  <Button kind="plain" small>
                    {said.detach}
                    <span className="sr">: {name}</span>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type AttachProps = {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ShownProblem[];
  readonly nominees: readonly NomineeRow[];
  readonly newId: string;
  /** The dossier was handed in: what may follow. */
  readonly late: Awaited | undefined;
};

export function Attach({ fields, problems, nominees, newId, late }: AttachProps) {
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const all: readonly PaperKind[] = [...dossierPapers, ...nomineePapers];
  const kinds =
    late === undefined || late === 'any' ? all : all.filter((kind) => late.some(({ paper }) => paper === kind));
  const usual = kinds.includes('minutes') ? 'minutes' : kinds[0];
  const title = late === undefined ? said.attach : said.late;
  return (
    <section id="dinh-kem">
      <h2>{title}</h2>
      {late !== undefined && <p className="muted">{`${said.lateLead} ${said.lateBasis}`}</p>}
      <Form hidden={{ viec: 'attach', ma: fields['ma'] ?? newId }} errors={problems} multipart>
        <Field
          type="select"
          name="loai"
          label={said.kind}
          blank={null}
          value={fields['loai'] || usual}
          error={errorAt('loai')}
          options={kinds.map((value) => ({ value, label: paperKindText[value] }))}
        />
        <Field
          type="select"
          name="cua"
          label={said.whose}
          blank={said.ofDossier}
          value={fields['cua']}
          options={nominees.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorAt('cua')}
        />
        <Field type="file" name="tep" label={said.file} hint={said.fileHint} error={errorAt('tep')} />
        <Button>{title}</Button>
      </Form>
    </section>
  );
}

/** Where each paper is laid down, and how that is known. */
export function Basis({ listed }: { readonly listed: readonly NeededPaper[] }) {
  if (listed.length === 0) return null;
  return (
    <details>
      <summary>{said.basis}</summary>
      <ul>
        {listed.map(({ what, article, source, state }) => (
          <li key={`${article} ${what}`}>
            {what} <small>{said.basisOf(article, source, state)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
