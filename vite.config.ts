import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// The server bundle's entry is our own (app/server.ts), so that pages, API and workers are one module graph.
export default defineConfig({
  plugins: [reactRouter()],
  build: { assetsInlineLimit: 0 },
  environments: { ssr: { build: { target: 'node24', rollupOptions: { input: './app/server.ts' } } } },
});
