import { Button, LinkButton } from '../../../../ui/Button.tsx';
import { Form } from '../../../../ui/Form.tsx';
import type { Column } from '../../../../ui/Table.tsx';
import { Table } from '../../../../ui/Table.tsx';
import type { FormSection } from '../form.ts';
import { fillsItself } from '../form.ts';
import type { FormPage } from '../forms.server.ts';
import { formsText, sectionRemarks } from '../text.ts';

/** The sections in their order; while the edition is being made, each with what can be done to it. */
export function FormSections({ form }: { readonly form: FormPage }) {
  const mayChange = form.moves.includes('change');
  return (
    <>
      <Table
        caption={formsText.section}
        captionHidden
        columns={columnsOf(form, mayChange)}
        rows={form.sections}
        rowKey={({ position }) => String(position)}
        empty={<p className="muted">{formsText.noSections}</p>}
      />
      {mayChange && (
        <LinkButton kind="second" href={`/mau-bao-cao/${form.id}/muc/moi`}>
          {formsText.addSection}
        </LinkButton>
      )}
    </>
  );
}

function columnsOf(form: FormPage, mayChange: boolean): readonly Column<FormSection>[] {
  const { id, sections } = form;
  return [
    {
      key: 'muc',
      head: formsText.section,
      kind: 'name',
      cell: (section) => (
        <>
          <b>{`${sections.indexOf(section) + 1}. ${section.heading}`}</b>
          <br />
          <small>{sectionRemarks(section, fillsItself(section.kind)).join(' · ')}</small>
          {section.guidance && (
            <>
              <br />
              <span className="muted">{section.guidance}</span>
            </>
          )}
          {section.unitKinds && (
            <>
              <br />
              <small>{formsText.only(section.unitKinds)}</small>
            </>
          )}
          {section.indicatorCodes.length > 0 && (
            <>
              <br />
              <small>{formsText.lists(section.indicatorCodes)}</small>
            </>
          )}
        </>
      ),
    },
    ...(mayChange
      ? [
          {
            key: 'viec',
            head: formsText.acts,
            cell: (section: FormSection) => (
              <Form version={form.version} hidden={{ muc: String(section.position) }}>
                <div className="acts">
                  <a href={`/mau-bao-cao/${id}/muc/${section.position}`}>
                    {formsText.edit}
                    <span className="sr">: {section.heading}</span>
                  </a>
                  {(['up', 'down', 'out'] as const)
                    .filter((way) => way !== 'up' || section !== sections[0])
                    .filter((way) => way !== 'down' || section !== sections.at(-1))
                    .map((way) => (
                      <Button key={way} kind="plain" small name="viec" value={way}>
                        {formsText[way]}
                        <span className="sr">: {section.heading}</span>
                      </Button>
                    ))}
                </div>
              </Form>
            ),
          },
        ]
      : []),
  ];
}
