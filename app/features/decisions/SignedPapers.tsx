import { decisionsText as said } from './text.ts';

type Props = {
  /** Under which the papers that were kept are handed out, by the names of `keptNames`. */
  readonly base: string;
  readonly word: string;
  readonly pdf: string;
  readonly paper: string | null;
  readonly signedPaper: string | null;
  readonly sealedPaper: string | null;
  readonly more?: readonly Link[];
};
type Link = { readonly href: string; readonly label: string };

/** What can be read of a decision by now: drafts are drawn, what has a number is kept. */
export function SignedPapers({ base, word, pdf, paper, signedPaper, sealedPaper, more = [] }: Props) {
  const links: readonly Link[] = [
    { href: word, label: said.word },
    paper === null ? { href: pdf, label: said.pdf } : { href: `${base}/cuoi-cung.pdf`, label: said.final },
    ...(signedPaper === null ? [] : [{ href: `${base}/da-ky.pdf`, label: said.signedPdf }]),
    ...(sealedPaper === null ? [] : [{ href: `${base}/dong-dau.pdf`, label: said.sealedPdf }]),
    ...more,
  ];
  return (
    <ul className="links">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
