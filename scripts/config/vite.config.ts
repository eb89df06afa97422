import { resolve } from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
  resolve: { dedupe: ['react', 'react-dom'], alias: { '~': resolve('app') } },
  build: { target: 'es2022' },
  optimizeDeps: {
    entries: ['./app/entry.client.tsx', './app/root.tsx', './app/routes/**/*.tsx'],
    exclude: ['@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg', 'pg', 'lucia', '@remix-run/node'],
  },
});
