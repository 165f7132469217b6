import type { PlanTask } from '../lines.server.ts';

type Props = { readonly task: Pick<PlanTask, 'leadUnit' | 'leadUnitName' | 'lead' | 'parts' | 'joins'> };

/** The unit that leads with a link to its page, and the room or role beside it. */
export function TaskLead({ task: { leadUnit, leadUnitName, lead } }: Props) {
  if (leadUnit === null) return lead;
  return (
    <>
      <a href={`/don-vi/${leadUnit}`}>{leadUnitName}</a>
      {lead !== '' && `, ${lead}`}
    </>
  );
}

export function TaskJoins({ task: { parts, joins } }: Props) {
  const joining = parts.filter(({ leads }) => !leads);
  return (
    <>
      {joining.map(({ code, name }, at) => (
        <span key={code}>
          {at > 0 && '; '}
          <a href={`/don-vi/${code}`}>{name}</a>
        </span>
      ))}
      {joins !== '' && `${joining.length > 0 ? '; ' : ''}${joins}`}
    </>
  );
}
