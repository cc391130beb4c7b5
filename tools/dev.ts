// npm run dev: the server, started again at every change, and the pages at http://localhost:5173.
import { spawn } from 'node:child_process';

const children = [
  spawn('node', ['--watch', 'src/main.ts'], { stdio: 'inherit' }),
  spawn('vite', { stdio: 'inherit' }),
];
const end = () => children.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
for (const child of children) child.on('exit', end);
