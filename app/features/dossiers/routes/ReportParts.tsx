import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { AlikeReport } from '../alike.server.ts';
import { judgementLine } from '../looking.text.ts';
import type { ShownProblem } from '../refusals.text.ts';
import type { ReportForm as FormCode, ReportRemark } from '../report.ts';
import { sectionsOf } from '../report.ts';
import { remarkText, reportFormText, reportHints, reportSectionText, reportText as said } from '../report.text.ts';
import type { ReportRow } from '../reports.server.ts';

type FormProps = {
  readonly dossierId: string;
  readonly nomineeId: string;
  readonly form: FormCode;
  readonly report: ReportRow | undefined;
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly isRace: boolean;
  readonly problems: readonly ShownProblem[];
};

export function ReportForm({ dossierId, nomineeId, form, report, typed, isRace, problems }: FormProps) {
  const stored: Readonly<Record<string, string>> = { ...report?.sections, until: report?.untilOn ?? '' };
  const fields = typed ?? stored;
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const compared = [
    { label: said.until, mine: fields['until'] ?? '', theirs: stored['until'] ?? '' },
    ...sectionsOf[form].map((section) => ({
      label: reportSectionText[section],
      mine: fields[section] ?? '',
      theirs: stored[section] ?? '',
    })),
  ];
  return (
    <>
      <p className="muted">{reportFormText(form)}</p>
      <Form version={report?.version ?? 0} errors={problems} guard={`bao-cao-${nomineeId}`} wide>
        {isRace && <Compare fields={compared} />}
        <Field
          type="date"
          name="until"
          label={said.until}
          hint={said.untilHint}
          value={fields['until']}
          error={errorAt('until')}
        />
        {sectionsOf[form].map((section) => (
          <Field
            key={section}
            type="textarea"
            rows={section === 'results' || section === 'movement_results' ? 12 : 6}
            name={section}
            label={reportSectionText[section]}
            hint={reportHints[section]}
            value={fields[section]}
            error={errorAt(section)}
          />
        ))}
        <Actions>
          <Button>{said.save}</Button>
          <a href={`/khen-thuong/ho-so/${dossierId}/giay-to?loai=report&cua=${nomineeId}#dinh-kem`}>{said.orUpload}</a>
        </Actions>
      </Form>
      <FileRead report={report} />
    </>
  );
}

type ShownProps = Pick<FormProps, 'dossierId' | 'nomineeId' | 'form' | 'report'>;

export function ReportShown({ dossierId, nomineeId, form, report }: ShownProps) {
  const printed = `/khen-thuong/ho-so/${dossierId}/doi-tuong/${nomineeId}/van-ban`;
  return (
    <>
      <p className="muted">{reportFormText(form)}</p>
      {report?.untilOn && <p>{`${said.until}: ${dateText(report.untilOn)}`}</p>}
      {sectionsOf[form].map((section) => (
        <section key={section}>
          <h3>{reportSectionText[section]}</h3>
          <p className="as-typed">{report?.sections[section] ?? said.empty}</p>
        </section>
      ))}
      <FileRead report={report} />
      {report && (
        <p className="acts">
          <a href={`${printed}/docx`}>{said.printWord}</a>
          <a href={`${printed}/pdf`}>{said.printPdf}</a>
        </p>
      )}
    </>
  );
}

function FileRead({ report }: { readonly report: ReportRow | undefined }) {
  if (!report?.fileHash) return null;
  const words = report.fileText?.split(/\s+/).filter(Boolean).length ?? 0;
  return <p className="muted">{words > 0 ? said.fileRead(words) : said.fileUnread}</p>;
}

export function Remarks({ remarks }: { readonly remarks: readonly ReportRemark[] }) {
  if (remarks.length === 0) return <Notice kind="info">{said.noRemarks}</Notice>;
  return (
    <Notice kind="warning" title={said.remarks}>
      <ul>
        {remarks.map((remark) => (
          <li key={remarkText(remark)}>{remarkText(remark)}</li>
        ))}
      </ul>
    </Notice>
  );
}

type AlikeProps = {
  readonly mine: { readonly dossierId: string; readonly nomineeId: string };
  readonly alike: readonly AlikeReport[];
};

export function Alike({ mine, alike }: AlikeProps) {
  return (
    <section>
      <h2>{said.alike}</h2>
      <p className="muted">{alike.length === 0 ? said.noAlike : said.alikeLead}</p>
      <ul>
        {alike.map(({ other, shared, judgement }) => (
          <li key={other.nomineeId}>
            {other.name} <small>{other.unitName}</small>
            <p>
              {said.share(shared.shareOfMine, shared.shareOfTheirs)}{' '}
              <a
                href={`/khen-thuong/ho-so/${mine.dossierId}/doi-tuong/${mine.nomineeId}/so-sanh/${other.nomineeId}`}
                aria-label={`${said.compare}: ${other.name}`}
              >
                {said.compare}
              </a>
            </p>
            {judgement && <p>{judgementLine(judgement)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
