import { route } from '@react-router/dev/routes';

export const secrecyRoutes = [
  route('van-ban-mat', 'features/secrecy/routes/papers.tsx'),
  route('van-ban-mat/moi', 'features/secrecy/routes/new-paper.tsx'),
  route('van-ban-mat/:paperId', 'features/secrecy/routes/paper.tsx'),
];
