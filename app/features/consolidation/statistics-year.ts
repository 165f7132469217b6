/** `?nam=2026`; this year when it is not said or no year of the movement's time. */
export function yearAsked(query: string, thisYear: number): number {
  const typed = Number(new URLSearchParams(query).get('nam'));
  return Number.isInteger(typed) && typed >= 2000 && typed <= thisYear ? typed : thisYear;
}
