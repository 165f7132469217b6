/** The name of a text in the form of a report: of a section, or of one of its parts (a criterion, an indicator). */
export const fieldAt = (position: number | '', part = ''): string =>
  part === '' ? `muc-${position}` : `muc-${position}-${part}`;
/** Where papers of a section are chosen. */
export const fileAt = (position: number): string => `tep-${position}`;
