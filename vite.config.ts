import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './tools/web/precompress.ts';
import { serviceWorker } from './tools/web/service-worker.ts';

/** The placeholder that the server replaces by a fresh nonce in every page it sends. */
const noncePlaceholder = '__NONCE__';

const outDirs: { readonly [mode: string]: string } = { design: '../../dist/design' };

/**
 * What every page needs, in a few files instead of one per module: fewer requests, and the libraries
 * keep their address while the product changes.
 */
const chunks = [
  {
    name: 'libraries',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next|use-sync-external-store)\//,
  },
  {
    name: 'frame',
    test: /src\/(kernel|ui\/(?!form|table|texts)|web\/(api|routing|language\/i18n|shell\/(root|frame|door|notices|navigation|side-nav|signed-in|use-area|my-organ|top-bar|avatar|switcher)))/,
  },
];

/** The product, and the app on people's phones, which shares nothing with it. */
const entries = ['index.html', 'authenticator/index.html'].map((page) =>
  fileURLToPath(new URL(`src/web/${page}`, import.meta.url)),
);

const worker = {
  entry: fileURLToPath(new URL('src/web/authenticator/worker.ts', import.meta.url)),
  fileName: 'authenticator-worker.js',
};

export default defineConfig(({ mode }) => ({
  root: 'src/web',
  html: { cspNonce: noncePlaceholder },
  plugins: [react(), serviceWorker(worker), precompress()],
  resolve: {
    alias: [
      {
        find: /^zod$/,
        replacement: fileURLToPath(new URL('src/web/without-zod.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: outDirs[mode] ?? '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: 'es2023',
    rolldownOptions: { input: entries, output: { codeSplitting: { groups: chunks } } },
  },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
}));
