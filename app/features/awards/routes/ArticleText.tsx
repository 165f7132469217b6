import { clauseText } from '../standards/explained.text.ts';
import type { ArticleText as Article } from '../law/law-text.ts';
import { awardsText as said } from '../text.ts';

/** The words of an article; closed where a page is about something else. */
export function ArticleText({ article, open }: { readonly article: Article; readonly open?: boolean }) {
  const { number, heading, lines, of } = article;
  return (
    <details className="why" open={open}>
      <summary>{said.textOf(clauseText(number), of.title)}</summary>
      <div className="clause">
        <p>
          <b>{`${clauseText(number)}. ${heading}`}</b>
        </p>
        {lines.map((line, at) => (
          <p key={`${at} ${line.slice(0, 20)}`} className={/^\p{Ll}\) /u.test(line) ? 'level-1' : undefined}>
            {line}
          </p>
        ))}
        <p className="muted">
          {said.textSource}: {of.source} <a href={`/thu-vien/${of.code}#dieu-${number}`}>{said.library}</a>
        </p>
      </div>
    </details>
  );
}
