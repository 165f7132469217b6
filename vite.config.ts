import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// The server bundle's entry is our own (app/server.ts), so that pages, API and workers are one module graph.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  build: isSsrBuild ? { rollupOptions: { input: './app/server.ts' }, target: 'node24' } : { assetsInlineLimit: 0 },
}));
