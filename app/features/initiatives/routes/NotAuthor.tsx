import { Checkbox } from '../../../ui/Choices.tsx';
import type { Interest } from '../interest.ts';
import { initiativesText as said, notAuthorField } from '../text.ts';

type Props = { readonly interest: Interest; readonly error: string | undefined; readonly checked?: boolean };

/** Only who bears an author's name is asked. */
export function NotAuthor({ interest, error, checked = false }: Props) {
  if (interest !== 'namesake') return null;
  return <Checkbox name={notAuthorField} label={said.notAuthor} error={error} checked={checked} />;
}
