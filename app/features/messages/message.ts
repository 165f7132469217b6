/** What somebody is told. A message holds facts, never sentences: its words are found when it is read. */
export type MessageFacts =
  | {
      readonly about: 'value';
      readonly stage: string;
      readonly indicator: string;
      readonly unit: string;
      readonly period: string;
      readonly reason: string | null;
    }
  | {
      readonly about: 'pledge';
      readonly stage: string;
      readonly what: string;
      readonly unit: string;
      readonly year: number;
      readonly reason: string | null;
    }
  | { readonly about: 'target'; readonly indicator: string; readonly unit: string; readonly year: number }
  | { readonly about: 'account'; readonly event: string }
  | { readonly about: 'role'; readonly role: string; readonly unit: string; readonly delegated: boolean }
  | { readonly about: 'import'; readonly fileName: string; readonly stage: string; readonly total: number }
  | { readonly about: 'snapshot'; readonly title: string };

export type Told = { readonly facts: MessageFacts; readonly link: string; readonly people: readonly string[] };

export const messagesPerPage = 30;
