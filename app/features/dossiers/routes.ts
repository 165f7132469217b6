import { route } from '@react-router/dev/routes';

export const dossierRoutes = [
  route('khen-thuong/ho-so', 'features/dossiers/routes/dossiers.tsx'),
  route('khen-thuong/ho-so/moi', 'features/dossiers/routes/new-dossier.tsx'),
  route('khen-thuong/ho-so/:dossierId', 'features/dossiers/routes/dossier.tsx'),
  route('khen-thuong/ho-so/:dossierId/sua', 'features/dossiers/routes/edit-dossier.tsx'),
];
