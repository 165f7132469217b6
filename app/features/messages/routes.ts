import { route } from '@react-router/dev/routes';

export const messageRoutes = [route('tin-nhan', 'features/messages/routes/messages.tsx')];
