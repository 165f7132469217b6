import type { ListedDecision } from '../list.server.ts';
import { decisionsText as said } from '../text.ts';

/** What can be read of it by now: drafts are drawn, what has a number is kept. */
export function Papers({ decision }: { readonly decision: ListedDecision }) {
  const { id, paper, signedPaper, sealedPaper } = decision;
  const links = [
    ...(paper === null
      ? [
          { what: 'du-thao.docx', label: said.word },
          { what: 'du-thao.pdf', label: said.pdf },
        ]
      : [
          { what: 'du-thao.docx', label: said.word },
          { what: 'cuoi-cung.pdf', label: said.final },
        ]),
    ...(signedPaper === null ? [] : [{ what: 'da-ky.pdf', label: said.signedPdf }]),
    ...(sealedPaper === null ? [] : [{ what: 'dong-dau.pdf', label: said.sealedPdf }]),
    { what: 'to-trinh.docx', label: said.submission },
    { what: 'to-trinh.pdf', label: said.submissionPdf },
  ];
  return (
    <ul className="links">
      {links.map(({ what, label }) => (
        <li key={what}>
          <a href={`/khen-thuong/quyet-dinh/${id}/tai/${what}`}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
