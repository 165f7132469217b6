import { route } from '@react-router/dev/routes';

export const libraryRoutes = [
  route('thu-vien', 'features/library/routes/library.tsx'),
  route('thu-vien/moi', 'features/library/routes/new-document.tsx'),
  route('thu-vien/tep/:attachmentId', 'features/library/routes/library-file.ts'),
  route('thu-vien/:code', 'features/library/routes/document.tsx'),
  route('thu-vien/:code/ban-moi', 'features/library/routes/new-edition.tsx'),
  route('thu-vien/:code/quan-he', 'features/library/routes/links.tsx'),
];
