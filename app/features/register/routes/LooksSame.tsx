import { Checkbox } from '../../../ui/Choices.tsx';
import { registerText as said } from '../text.ts';

type Props = {
  readonly same: readonly { readonly id: string; readonly name: string; readonly unitName: string }[];
  readonly isTicked: boolean;
};

/** Those that look the same are shown; who still enters a new one says that it is another. */
export function LooksSame({ same, isTicked }: Props) {
  if (same.length === 0 && !isTicked) return null;
  return (
    <>
      {same.length > 0 && (
        <>
          <p>{said.openInstead}</p>
          <ul>
            {same.map(({ id, name, unitName }) => (
              <li key={id}>
                <a href={`/khen-thuong/so/${id}`}>{`${name}, ${unitName}`}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Checkbox name="la-khac" label={said.isAnother} checked={isTicked} />
    </>
  );
}
