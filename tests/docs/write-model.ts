/** `npm run model`: writes docs/model.md and its plots. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFiles } from './support/model/files.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const files = modelFiles();
// A plot that is no longer made must not stay.
rmSync(join(DOCS, 'model'), { recursive: true, force: true });
mkdirSync(join(DOCS, 'model'));
for (const [path, text] of files) writeFileSync(join(DOCS, path), text);
console.log(`docs/model.md and ${files.size - 1} plots`);
