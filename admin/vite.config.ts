import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const shared = (file: string) => fileURLToPath(new URL(`../shared/src/${file}`, import.meta.url));
const { PORT_API = '8080', PORT_CONSOLE = '8082' } = process.env;
const api = { target: `http://127.0.0.1:${PORT_API}`, changeOrigin: true };

export default defineConfig({
  plugins: [react()],
  resolve: {
    // Straight from the sources, so that a build needs no other build first.
    alias: [
      { find: /^@regulars\/shared$/, replacement: shared('index.ts') },
      { find: /^@regulars\/shared\/api$/, replacement: shared('api/index.ts') },
      { find: /^@regulars\/shared\/tokens$/, replacement: shared('tokens.ts') },
    ],
  },
  server: { port: Number(PORT_CONSOLE), strictPort: true, proxy: { '/api': api, '/media': api } },
  build: { target: 'es2022', chunkSizeWarningLimit: 700 },
});
