import { Outlet } from 'react-router';
import { appText } from './text.ts';

export default function Root() {
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{appText.name}</title>
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}
