/** Text as it was typed: each line that says something a paragraph. */
export function Lines({ text }: { readonly text: string }) {
  return text
    .split('\n')
    .map((line, at) => ({ line: line.trim(), at }))
    .filter(({ line }) => line !== '')
    .map(({ line, at }) => <p key={at}>{line}</p>);
}
