/** A one-page PDF that says TỆP MẪU in strokes, so that no font is needed and nobody takes it for a real paper. */

/** Each letter on a grid 4 wide and 8 high, as runs of points. */
const letters: readonly (readonly (readonly (readonly [number, number])[])[])[] = [
  [[[0, 6], [4, 6]], [[2, 6], [2, 0]]],
  [[[4, 6], [0, 6], [0, 0], [4, 0]], [[0, 3], [3, 3]], [[1, 7], [2, 8], [3, 7]], [[2, -1], [2, -1.4]]],
  [[[0, 0], [0, 6], [4, 6], [4, 3], [0, 3]]],
  [],
  [[[0, 0], [0, 6], [2, 3], [4, 6], [4, 0]]],
  [[[0, 0], [2, 6], [4, 0]], [[1, 2.5], [3, 2.5]], [[1, 6.8], [2, 7.6], [3, 6.8]], [[0.6, 8.4], [1.4, 9], [2.6, 8.4], [3.4, 9]]],
  [[[0, 6], [0, 1], [1, 0], [3, 0], [4, 1], [4, 6]]],
]; // prettier-ignore

const scale = 12;
const step = 6 * scale;

/** `mark` makes one file's bytes differ from another's. */
export function samplePaper(mark: string): Uint8Array {
  const drawing = ['6 w 1 J 1 j 0.6 0.1 0.1 RG', ...letters.flatMap((runs, at) => runs.map((run) => stroke(run, at)))];
  const content = `${drawing.join('\n')}\n`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}endstream`,
  ];
  return new TextEncoder().encode(assemble(objects, mark));
}

function stroke(run: readonly (readonly [number, number])[], at: number): string {
  const points = run.map(([x, y]) => `${(50 + at * step + x * scale).toFixed(1)} ${(420 + y * scale).toFixed(1)}`);
  return `${points.map((point, i) => `${point} ${i === 0 ? 'm' : 'l'}`).join(' ')} S`;
}

function assemble(objects: readonly string[], mark: string): string {
  let text = `%PDF-1.4\n% ${mark.replaceAll(/[^a-zA-Z0-9-]/g, '-')}\n`;
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return String(place).padStart(10, '0');
  });
  const table = ['0000000000 65535 f ', ...places.map((place) => `${place} 00000 n `)].join('\n');
  const count = objects.length + 1;
  return `${text}xref\n0 ${count}\n${table}\ntrailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
