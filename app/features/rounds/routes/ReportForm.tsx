import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { ReportPage } from '../report-page.server.ts';
import type { ReportFacts } from '../check-report.ts';
import type { FilledSection } from '../report.ts';
import { slotsOf } from '../report.ts';
import { fieldAt } from '../report-fields.ts';
import type { Problem } from '../text.ts';
import { reportMoveText, reportText, reportVersions } from '../text.ts';
import { SectionField } from './SectionField.tsx';

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
export const formDeeds: readonly string[] = [...deeds, 'attach', 'detach'];

/** The report as it is being written: texts, papers, and tables that fill themselves between them. */
export function ReportForm({ report, draft, refused }: Props) {
  const { version, moves, sections, round, unit } = report;
  const mine = refused && formDeeds.includes(refused.deed) ? refused : undefined;
  const about = new Map(sections.map((section) => [section.position, section]));
  return (
    <section>
      <h2>{reportText.write}</h2>
      <Form
        version={version}
        hidden={{ mau: round.formId, ...carried(mine?.fields, sections) }}
        errors={mine?.problems}
        guard={`bao-cao-${round.id}-${unit.code}`}
        offline={{ check: 'report', title: reportText.title(round.name, unit.name), facts: factsOf(report, draft) }}
        wide
      >
        {mine?.isRace && <Compare fields={reportVersions(mine.fields, draft)} />}
        {draft.map((section, at) => (
          <SectionField
            key={section.position}
            number={at + 1}
            filled={section}
            section={about.get(section.position)}
            typed={(field) => mine?.fields[field]}
            errorAt={(name) => mine?.problems.find(({ field }) => field === name)?.message}
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

function factsOf({ sections, secrets }: ReportPage, draft: readonly FilledSection[]): ReportFacts {
  const papersAt = draft.flatMap((one) => (one.kind === 'attachments' && one.files.length > 0 ? [one.position] : []));
  return { sections, secrets, papersAt };
}

/** Typed for sections that the form no longer has, sent along until it is kept; and the edition it was typed into. */
function carried(fields: Readonly<Record<string, string>> | undefined, sections: ReportPage['sections']) {
  if (!fields) return {};
  const asked = new Set(sections.flatMap(slotsOf).map(({ position, part }) => fieldAt(position, part)));
  const others = Object.entries(fields).filter(([name]) => name.startsWith(fieldAt('')) && !asked.has(name));
  return { ...Object.fromEntries(others), ...(fields['mau'] && { mau: fields['mau'] }) };
}
