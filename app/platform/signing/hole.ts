/** A CMS out of the hole of a PDF: without the zeros behind it, as long as the CMS itself says. */
export function trimmed(contents: Uint8Array): Uint8Array {
  const long = contents[1] ?? 0;
  if (long < 0x80) return contents.subarray(0, 2 + long);
  const size = contents.subarray(2, 2 + (long & 0x7f)).reduce((sum, byte) => sum * 256 + byte, 0);
  return contents.subarray(0, 2 + (long & 0x7f) + size);
}
