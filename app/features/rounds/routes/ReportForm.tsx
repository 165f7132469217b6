import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { ReportPage } from '../report-page.server.ts';
import { fieldAt } from '../report-fields.ts';
import type { FilledSection, Section } from '../report.ts';
import type { Problem } from '../text.ts';
import { reportMoveText, reportText, reportVersions } from '../text.ts';
import { FilledTable } from './FilledTable.tsx';

export type RefusedReport =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly deed: string;
      readonly isRace: boolean;
      readonly problems: readonly Problem[];
    }
  | undefined;

type Props = {
  readonly report: ReportPage;
  readonly draft: readonly FilledSection[];
  readonly refused: RefusedReport;
};

const deeds = ['change', 'present', 'sign'] as const;

/** The report as it is being written: one text a section, tables that fill themselves between them. */
export function ReportForm({ report, draft, refused }: Props) {
  const { version, moves, sections, round, unit } = report;
  const mine = deeds.some((deed) => deed === refused?.deed) ? refused : undefined;
  const about = new Map(sections.map((section) => [section.position, section]));
  return (
    <section>
      <h2>{reportText.write}</h2>
      <Form version={version} errors={mine?.problems} guard={`bao-cao-${round.id}-${unit.code}`} wide>
        {mine?.isRace && <Compare fields={reportVersions(mine.fields, draft)} />}
        {draft.map((section) => (
          <SectionField
            key={section.position}
            filled={section}
            section={about.get(section.position)}
            typed={mine?.fields[fieldAt(section.position)]}
            error={mine?.problems.find(({ field }) => field === fieldAt(section.position))?.message}
          />
        ))}
        <Actions remark={reportText.signRemark}>
          {deeds
            .filter((deed) => moves.includes(deed))
            .map((deed) => (
              <Button
                key={deed}
                name="viec"
                value={deed}
                kind={deed === (moves.includes('sign') ? 'sign' : 'present') ? 'primary' : 'second'}
              >
                {reportMoveText[deed]}
              </Button>
            ))}
        </Actions>
      </Form>
    </section>
  );
}

type SectionProps = {
  readonly filled: FilledSection;
  readonly section: Section | undefined;
  readonly typed: string | undefined;
  readonly error: string | undefined;
};

function SectionField({ filled, section, typed, error }: SectionProps) {
  if (filled.kind !== 'narrative')
    return (
      <>
        <h3>{`${filled.position}. ${filled.heading}`}</h3>
        <p className="muted">{`${section?.guidance ?? ''} ${reportText.filled}`.trim()}</p>
        <FilledTable section={filled} />
      </>
    );
  return (
    <Field
      type="textarea"
      rows={6}
      name={fieldAt(filled.position)}
      label={`${filled.position}. ${filled.heading}`}
      note={section?.isRequired ? reportText.required : undefined}
      hint={section?.guidance}
      value={typed ?? filled.body}
      error={error}
    />
  );
}
