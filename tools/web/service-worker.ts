import { build, type Plugin } from 'vite';

/** Builds one file without imports, beside the pages: not every browser takes modules there. */
export function serviceWorker({ entry, fileName }: { entry: string; fileName: string }): Plugin {
  return {
    name: 'atrio-service-worker',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2023',
          modulePreload: false,
          rolldownOptions: { input: entry, output: { format: 'iife' } },
        },
      });
      for (const output of [built].flat()) {
        if (!('output' in output)) continue;
        const [{ code }] = output.output;
        this.emitFile({ type: 'asset', fileName, source: code });
      }
    },
  };
}
