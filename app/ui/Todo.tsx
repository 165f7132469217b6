import type { ReactNode } from 'react';
import { LinkButton } from './Button.tsx';

export type TodoItem = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Deadline first, then where it stands. */
  readonly note: ReactNode;
  readonly late?: boolean | undefined;
  readonly verb: string;
};

type TodoProps = {
  readonly items: readonly TodoItem[];
  /** Under another list of the page: none of its actions is primary. */
  readonly isLater?: boolean;
};

/** What somebody owes, most urgent first; only the first action is primary. */
export function Todo({ items, isLater }: TodoProps) {
  return (
    <ul className="todo">
      {items.map(({ id, title, href, note, late, verb }, at) => (
        <li key={id} className={late ? 'late' : undefined}>
          <a href={href}>{title}</a>
          <p>{note}</p>
          <LinkButton href={href} kind={at === 0 && !isLater ? 'primary' : 'second'}>
            {verb}
            <span className="sr">: {title}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

/** Words that say a deadline has passed; the colour only underlines them. */
export function Overdue({ children }: { readonly children: ReactNode }) {
  return <span className="overdue">{children}</span>;
}
