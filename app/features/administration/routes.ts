import { route } from '@react-router/dev/routes';

const page = (name: string) => `features/administration/routes/${name}.tsx`;

export const administrationRoutes = [
  route('quan-tri', page('administration')),
  route('quan-tri/nhat-ky', page('record')),
  route('quan-tri/nhat-ky/:entryId', page('entry')),
  route('quan-tri/cong-viec', page('jobs')),
  route('quan-tri/tham-so', page('settings')),
];
