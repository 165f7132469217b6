import { marksText as said } from '../identities.text.ts';
import type { MarkSize } from '../mark-place.ts';
import { cornerOf } from '../mark-place.ts';

export type DrawnMark = MarkSize & { readonly href: string };
/** Wider than a phone, it scrolls in a frame of its own that the keyboard reaches. */
const frame = { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': said.preview } as const;

type Props = { readonly hand: MarkSize | DrawnMark; readonly seal: MarkSize | DrawnMark };

/** The block of the signature in mm, by the same rule as on the paper. */
export function MarkPreview({ hand, seal }: Props) {
  const room = Math.max(hand.height, seal.height, 20) + 4;
  const left = Math.max(hand.width / 2, hand.width / 6 + seal.width) + 4;
  const width = left + Math.max(hand.width / 2, 30) + 4;
  const middle = { x: left, y: 10 + room / 2 };
  const placed = (part: 'person' | 'seal', own: MarkSize) => {
    const corner = cornerOf(part, own, hand);
    return { x: middle.x + corner.x, y: middle.y - corner.y - own.height, width: own.width, height: own.height };
  };
  return (
    <div {...frame}>
      <svg
        className="paper-marks"
        role="img"
        aria-label={said.alt}
        width={`${width}mm`}
        height={`${room + 20}mm`}
        viewBox={`0 0 ${width} ${room + 20}`}
      >
        <rect width={width} height={room + 20} fill="#fff" />
        <text x={middle.x} y={7} textAnchor="middle" fontSize={4.94} fontWeight="bold" fill="#000">
          {said.office}
        </text>
        <text x={middle.x} y={room + 16} textAnchor="middle" fontSize={4.94} fontWeight="bold" fill="#000">
          {said.signer}
        </text>
        <Picture at={placed('person', hand)} mark={hand} colour="#0d33a6" />
        <Picture at={placed('seal', seal)} mark={seal} colour="#c00" round />
      </svg>
    </div>
  );
}

type Drawing = {
  readonly at: MarkSize & { readonly x: number; readonly y: number };
  readonly mark: MarkSize | DrawnMark;
  readonly colour: string;
  readonly round?: boolean;
};

function Picture({ at, mark, colour, round }: Drawing) {
  if ('href' in mark) return <image {...at} href={mark.href} />;
  const line = { fill: 'none', stroke: colour, strokeWidth: 0.4, strokeDasharray: '2 1' };
  return round ? (
    <ellipse cx={at.x + at.width / 2} cy={at.y + at.height / 2} rx={at.width / 2} ry={at.height / 2} {...line} />
  ) : (
    <rect {...at} {...line} />
  );
}
