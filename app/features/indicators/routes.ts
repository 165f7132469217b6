import { route } from '@react-router/dev/routes';

/** What the province decides: about an indicator, and which indicators tell of a scheme. */
export const indicatorRoutes = [
  route('quan-tri/chi-tieu/:code', 'features/indicators/routes/decide.tsx'),
  route('quan-tri/de-an/:code', 'features/indicators/routes/link.tsx'),
];
