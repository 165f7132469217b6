export type HelpSection = {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly steps?: readonly string[];
  readonly notes?: readonly string[];
  readonly terms?: readonly (readonly [string, string])[];
  readonly keys?: readonly (readonly [string, string])[];
};
