/** The identifier that Typst derives from a paper's content and writes into its metadata: the same for every copy, however it was changed after. */
export function fileIdOf(pdf: Uint8Array): string | undefined {
  const found = /<xmpMM:DocumentID>([^<]{8,64})<\/xmpMM:DocumentID>/.exec(Buffer.from(pdf).toString('latin1'));
  return found?.[1];
}
