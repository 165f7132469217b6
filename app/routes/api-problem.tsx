import { pageNotFound } from '../platform/http.server.ts';
import { problemKinds, problemPath, problemStatus } from '../platform/api/problem.ts';
import { problemText } from '../platform/api/text.ts';
import { apiText } from '../text.ts';
import { Pairs } from '../ui/Facts.tsx';
import { Page } from '../ui/Page.tsx';
import type { Route } from './+types/api-problem.ts';

/** Where the `type` of a problem leads. */
export function loader({ params }: Route.LoaderArgs) {
  const kind = problemKinds.find((each) => problemPath(each) === `/api/problems/${params.kind}`);
  return kind ? { path: problemPath(kind), status: problemStatus[kind], ...problemText[kind] } : pageNotFound();
}

export default function ApiProblem({ loaderData: { path, status, title, detail } }: Route.ComponentProps) {
  const heading = apiText.problemTitle(title);
  return (
    <Page title={heading} trail={[{ label: apiText.back, href: '/api' }]}>
      <title>{heading}</title>
      <Pairs
        pairs={[
          { label: apiText.status, value: String(status) },
          { label: apiText.kind, value: <code>{path}</code> },
          { label: apiText.meaning, value: detail },
        ]}
      />
    </Page>
  );
}
