import { Notice } from '../../../ui/Notice.tsx';
import { councilText as said } from '../text.ts';

type Props = {
  readonly id: string;
  readonly frozen: { readonly digest: string; readonly at: Date; readonly isExtract: boolean };
};

export function Minutes({ id, frozen }: Props) {
  const here = `/khen-thuong/hoi-dong/phien/${id}`;
  const papers = [
    ['hop', said.minutesMeeting],
    ['kiem-phieu', said.minutesCounting],
  ] as const;
  return (
    <section>
      <h2>{said.minutes}</h2>
      {frozen.isExtract && <Notice kind="info">{said.extract}</Notice>}
      <ul>
        {papers.map(([kind, name]) => (
          <li key={kind}>
            {name}:{' '}
            <a href={`${here}/bien-ban/${kind}/docx`}>
              {said.word}
              <span className="sr"> {name}</span>
            </a>
            {', '}
            <a href={`${here}/bien-ban/${kind}/pdf`}>
              {said.pdf}
              <span className="sr"> {name}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={`${here}/kiem-lai`}>{said.recount}</a>
        </li>
      </ul>
      <p className="muted digest">{said.frozen(frozen.digest, frozen.at)}</p>
    </section>
  );
}
