/** Small real files whose words name a scheme: what an officer might attach. */
import { strToU8, zipSync } from 'fflate';
import { writeWorkbook } from '../../app/platform/spreadsheet/write-workbook.server.ts';

export type SomeFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A name broken over two runs, as Word does when a word was mended. */
function docx(text: string): Uint8Array {
  const [first, rest] = [text.slice(0, 8), text.slice(8)];
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${first}</w:t></w:r><w:r><w:t>${rest}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });
}

/** One page with one line of plain letters. */
function pdf(text: string): Uint8Array {
  const stream = `BT /F1 12 Tf 50 700 Td (${text}) Tj ET`;
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = parts.map((part, at) => `${at + 1} 0 obj${part}endobj\n`).join('');
  return strToU8(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF\n`);
}

export async function secretFiles(marker: string): Promise<readonly SomeFile[]> {
  const said = `Kết quả Đề án số 17: ${marker}`;
  const sheet = { name: 'Bảng', columns: [{ heading: 'Nội dung', kind: 'text', width: 40 }], rows: [[said]] } as const;
  const xlsx = await writeWorkbook({ title: 'Bảng', sheets: [sheet] });
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return [
    { name: 'ket-qua.txt', type: 'text/plain', bytes: strToU8(said) },
    { name: 'ket-qua.csv', type: 'text/csv', bytes: strToU8(`Nội dung\n"${said}"\n`) },
    { name: 'ket-qua.docx', type: word, bytes: docx(said) },
    { name: 'ket-qua.xlsx', type: excel, bytes: xlsx },
    { name: 'ket-qua.pdf', type: 'application/pdf', bytes: pdf(`De an so 17: ${marker}`) },
    { name: `De-an-17-${marker}.txt`, type: 'text/plain', bytes: strToU8('Nội dung mẫu') },
  ];
}
