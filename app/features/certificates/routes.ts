import { route } from '@react-router/dev/routes';

export const certificateRoutes = [
  route('khen-thuong/bang', 'features/certificates/routes/certificates.tsx'),
  route('khen-thuong/bang/mau', 'features/certificates/routes/layout.tsx'),
  route('khen-thuong/bang/mau/xem-thu', 'features/certificates/routes/layout-preview.ts'),
  route('khen-thuong/bang/in', 'features/certificates/routes/print.ts'),
  route('xac-minh', 'features/certificates/routes/verify.tsx'),
  route('xac-minh/:code', 'features/certificates/routes/verify-one.tsx'),
  route('xac-minh/:code/chung-chi.jwt', 'features/certificates/routes/credential.ts'),
  route('.well-known/did.json', 'features/certificates/routes/did.ts'),
  route('.well-known/jwks.json', 'features/certificates/routes/jwks.ts'),
];
