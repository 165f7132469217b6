import { pointsText } from '../../../kernel/hundredths.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { OneInitiative } from '../one.server.ts';
import type { Member, Panel } from '../panels.server.ts';
import { initiativeMoveText, initiativesText as said } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type Props = { readonly one: OneInitiative; readonly refused: Refused };

export function Panels({ one, refused }: Props) {
  return one.panels.map((panel) => (
    <section key={panel.id}>
      <h2>{said.panel(panel.level)}</h2>
      <p>
        {said.panelSet(panel.set.name, panel.set.edition, panel.set.basis === null)}{' '}
        {said.panelRule(panel.set.threshold)}
      </p>
      {panel.mean !== null && panel.scored !== null && (
        <p>
          <b>{said.panelResult(panel.mean, panel.set.threshold, panel.scored)}</b>
        </p>
      )}
      <Table
        caption={said.panel(panel.level)}
        captionHidden
        rows={panel.members}
        rowKey={({ personId }) => personId}
        columns={columnsOf(panel, one)}
        empty={<p className="muted">{said.noMembers}</p>}
      />
      {panel.closedAt === null && <Open one={one} panel={panel} refused={refused} />}
    </section>
  ));
}

function columnsOf(panel: Panel, one: OneInitiative): readonly Column<Member>[] {
  const maySeat = panel.closedAt === null && one.initiative.moves.includes('seat');
  const mayRead = (member: Member) => member.hasScored && member.sum !== null;
  return [
    { key: 'ten', head: said.member, kind: 'name', cell: ({ name }) => name },
    { key: 'tinh-trang', head: said.stage, cell: standingOf },
    ...(panel.members.some(mayRead) ? panel.set.criteria : []).map(({ position, name, most }) => ({
      key: `tieu-chi-${position}`,
      head: said.criterionHead(name, most),
      kind: 'number' as const,
      cell: (member: Member) => {
        const own = member.points.find((each) => each.position === position);
        return mayRead(member) && own ? pointsText(own.points) : null;
      },
    })),
    {
      key: 'tong',
      head: said.total,
      kind: 'number' as const,
      cell: ({ sum, hasScored }: Member) => (hasScored && sum !== null ? pointsText(sum) : null),
    },
    { key: 'nhan-xet', head: said.remark, cell: (member: Member) => (mayRead(member) ? member.remark : null) },
    ...(maySeat
      ? [
          {
            key: 'thoi',
            head: said.unseat,
            cell: (member: Member) =>
              member.hasScored ? null : (
                <Form version={panel.version} hidden={{ viec: 'unseat', nguoi: member.personId }}>
                  <Button kind="plain" small>
                    {said.unseatOf(member.name)}
                  </Button>
                </Form>
              ),
          },
        ]
      : []),
  ];
}

function standingOf({ interest, isCleared, hasInterest, hasScored }: Member): string {
  if (interest === 'author') return said.isAuthor;
  if (hasInterest) return said.declared;
  if (interest === 'namesake' && !isCleared) return said.mustDeclare;
  return hasScored ? said.hasScored : said.hasNotScored;
}

type OpenProps = Pick<Props, 'one' | 'refused'> & { readonly panel: Panel };

function Open({ one, panel, refused }: OpenProps) {
  const { moves, id } = one.initiative;
  const { fields, problems, errorAt } = formOf(refused, 'seat');
  return (
    <>
      {moves.includes('seat') && (
        <Form version={panel.version} hidden={{ viec: 'seat' }} errors={problems}>
          <Field
            type="select"
            name="nguoi"
            label={said.seat}
            value={fields['nguoi']}
            error={errorAt('nguoi')}
            options={one.seatable.map((person) => ({ value: person.id, label: `${person.name}, ${person.unitName}` }))}
          />
          <Button kind="second">{initiativeMoveText.seat}</Button>
        </Form>
      )}
      <div className="acts">
        {one.mayScore && <LinkButton href={`/sang-kien/${id}/cham-diem`}>{said.score}</LinkButton>}
        {moves.includes('close') && panel.members.length > 0 && (
          <Form version={panel.version} hidden={{ viec: 'close' }}>
            <Button kind="second">{initiativeMoveText.close}</Button>
          </Form>
        )}
      </div>
    </>
  );
}
