import type { ReactNode } from 'react';
import type { StatusName } from '../status.ts';
import { statusText } from '../text.ts';
import { Shape } from '../Status.tsx';
import { Sparkline } from './Sparkline.tsx';
import type { Point } from './scale.ts';
import { rangeOf } from './scale.ts';

export type SmallMultiplesProps = {
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    readonly status: StatusName;
    readonly value: ReactNode;
    readonly actual: readonly Point[];
    readonly expected?: readonly Point[] | undefined;
  }[];
};

/** The same small picture for many units on the same axes, so that they can be compared by eye. */
export function SmallMultiples({ items }: SmallMultiplesProps) {
  const points = items.flatMap((item) => [...item.actual, ...(item.expected ?? [])]);
  const shared = {
    years: rangeOf(points.map((point) => point.at)),
    values: rangeOf(points.map((point) => point.value)),
  };
  return (
    <ul className="multiples">
      {items.map(({ id, title, href, status, value, actual, expected }) => (
        <li key={id}>
          <a href={href}>{title}</a>
          <p>
            <span className={`chip s-${status}`}>
              <Shape status={status} />
              <span className="sr">{statusText[status]}</span>
            </span>{' '}
            {value}
          </p>
          <Sparkline status={status} actual={actual} expected={expected} shared={shared} width={150} height={44} />
        </li>
      ))}
    </ul>
  );
}
