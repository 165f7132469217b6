import { Outlet } from 'react-router';

export default function Root() {
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Thi đua</title>
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}
