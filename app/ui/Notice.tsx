import type { ReactNode } from 'react';
import { uiText } from './text.ts';

export type NoticeKind = 'success' | 'info' | 'warning' | 'refusal';

export type NoticeProps = {
  readonly kind: NoticeKind;
  /** Defaults to the kind's own word. */
  readonly title?: string | undefined;
  /** For a refusal: who may, and what to do next. */
  readonly children: ReactNode;
};

/** An answer to what was just done (success, refusal), or what must be known before doing (info, warning). */
export function Notice({ kind, title, children }: NoticeProps) {
  const role = kind === 'refusal' ? 'alert' : kind === 'success' ? 'status' : undefined;
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <h2>{title ?? uiText.noticeKind[kind]}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
