import { uiText } from './text.ts';

export type ProgressProps = {
  /** What is being done. */
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** What came of it, or what went wrong and what to do. */
  readonly detail?: string | undefined;
  /** This page's address; the optional script asks it again every few seconds until the state is final. */
  readonly poll?: string | undefined;
};

/** Long work: what is done, what is left, and that it may be left alone. */
export function Progress({ title, done, total, state, detail, poll }: ProgressProps) {
  const open = state === 'waiting' || state === 'running';
  return (
    <div className={`longwork longwork-${state}`} id="tien-do" data-poll={open ? poll : undefined} role="status">
      <p>
        <b>{title}</b>
      </p>
      <progress value={done} max={Math.max(1, total)} aria-label={title} />
      <p>
        {uiText.progress(done, total)}
        {open && done < total && `, ${uiText.left(total - done)}`}
      </p>
      {detail && <p>{detail}</p>}
      {open && (
        <p className="muted">
          {uiText.leaveAlone} {poll && <a href={poll}>{uiText.refresh}</a>}
        </p>
      )}
    </div>
  );
}
