// What was bundled asks that its licence goes along.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name, version and licence of each package that esbuild took something from, as its `metafile` tells. */
export const licencesOf = metafile => partsOf(metafile).map(part => {
  const { name, version } = JSON.parse(readFileSync(join(part, 'package.json'), 'utf8'));
  const licence = readdirSync(part).find(file => /^licen[cs]e(\.|$)/i.test(file));
  if (licence === undefined) {
    throw new Error(`${name} ${version} has no licence in it.`);
  }
  return `\n${name} ${version}\n\n${readFileSync(join(part, licence), 'utf8')}`;
}).join('');

const partsOf = metafile => [...new Set(Object.keys(metafile.inputs).map(path => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean))].sort();
