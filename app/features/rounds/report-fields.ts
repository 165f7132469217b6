/** The name of a section's text in the form of a report. */
export const fieldAt = (position: number): string => `muc-${position}`;
