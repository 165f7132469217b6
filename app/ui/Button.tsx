import type { ReactNode } from 'react';

export type ButtonKind = 'primary' | 'second' | 'danger' | 'plain';

type Shared = {
  readonly kind?: ButtonKind | undefined;
  readonly small?: boolean | undefined;
  readonly children: ReactNode;
};

export type ButtonProps = Shared & {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The id of the form it sends, when it stands outside of it. */
  readonly form?: string | undefined;
  /** Where it sends to, when not where its form does. */
  readonly formAction?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Sends its form with files, where other buttons of that form send text only. */
  readonly multipart?: boolean | undefined;
};

function look(kind: ButtonKind, small: boolean): string {
  return ['btn', kind === 'primary' ? '' : `btn-${kind}`, small ? 'btn-small' : ''].filter(Boolean).join(' ');
}

/** Sends its form. Primary once a page; danger only for what destroys or cannot be withdrawn. */
export function Button({ kind = 'primary', small = false, multipart, children, ...button }: ButtonProps) {
  return (
    <button
      type="submit"
      className={look(kind, small)}
      formEncType={multipart ? 'multipart/form-data' : undefined}
      {...button}
    >
      {children}
    </button>
  );
}

/** Leads to a page, but looks like the action it begins. */
export function LinkButton({ href, kind = 'primary', small = false, children }: Shared & { readonly href: string }) {
  return (
    <a className={look(kind, small)} href={href}>
      {children}
    </a>
  );
}

/** A row of actions with an optional remark after them. */
export function Actions({ children, remark }: { readonly children: ReactNode; readonly remark?: ReactNode }) {
  return (
    <div className="acts">
      {children}
      {remark && <p>{remark}</p>}
    </div>
  );
}
