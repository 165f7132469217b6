import { route } from '@react-router/dev/routes';

const file = (name: string) => `features/blocks/routes/${name}`;

export const blockRoutes = [
  route('khoi-cum', file('blocks.tsx')),
  route('khoi-cum/tep/:attachmentId', file('paper-file.ts')),
  route('khoi-cum/giao-uoc/:pactId', file('pact.tsx')),
  route('khoi-cum/giao-uoc/:pactId/tai/:format', file('pact-file.ts')),
  route('khoi-cum/hop/:meetingId', file('meeting.tsx')),
  route('khoi-cum/hop/:meetingId/sua', file('meeting-edit.tsx')),
  route('khoi-cum/hop/:meetingId/bien-ban', file('minutes.tsx')),
  route('khoi-cum/hop/:meetingId/bien-ban/tai/:format', file('minutes-file.ts')),
  route('khoi-cum/nam/:code/:year', file('year.tsx')),
  route('khoi-cum/nam/:code/:year/quyet-dinh', file('decision.tsx')),
  route('khoi-cum/nam/:code/:year/luan-phien', file('rotation.tsx')),
  route('khoi-cum/nam/:code/:year/giao-uoc', file('pact-new.tsx')),
  route('khoi-cum/nam/:code/:year/hop', file('meeting-new.tsx')),
];
