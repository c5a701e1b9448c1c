import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { borderComplaints, cycleComplaints, habitComplaints, sizeComplaints } from './complaints.ts';
import { parseFile } from './parse-file.ts';
import { projectFiles, readProjectFile, root } from './project-files.ts';

const files = projectFiles();
const sources = files.filter((f) => /\.tsx?$/.test(f)).map((f) => parseFile(f, readProjectFile(f)));
const texts = files.filter((f) => /\.(ts|tsx|mjs|js|md|json|toml|liquid|graphql|html|css)$|\.ci\/run$/.test(f));
const PAPERS = ['shared/design/', 'shared/facts/'];

describe('tidy', () => {
  it('lets every file import only what its folder may', () => {
    expect(sources.flatMap(borderComplaints)).toEqual([]);
  });

  it('keeps files, functions and lines short', () => {
    expect(sources.flatMap(sizeComplaints)).toEqual([]);
  });

  it('keeps clocks, dice, environment and loose ends out', () => {
    expect(sources.filter((s) => !s.file.startsWith('test/tidy/')).flatMap(habitComplaints)).toEqual([]);
  });

  it('has no circles', () => {
    expect(cycleComplaints(sources)).toEqual([]);
  });

  it('marks nothing as unfinished and names no machine and no registry', () => {
    const marks =
      /\b(FIXME|XXX|HACK)\b|\bTODO\b(?!\()|\/root\/|\/work\/|bash_jobs|registry\.npmjs|deb\.debian|pypi\.org/;
    const own = texts.filter((f) => !f.startsWith('test/tidy/') && !PAPERS.some((p) => f.startsWith(p)));
    const found = own.flatMap((f) =>
      marks.test(readProjectFile(f)) ? [`${f}: ${marks.exec(readProjectFile(f))?.[0]}`] : [],
    );
    expect(found).toEqual([]);
  });

  it('pins every package and records no download address', () => {
    const { dependencies, devDependencies } = JSON.parse(readProjectFile('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
    expect(readProjectFile('package-lock.json')).not.toContain('"resolved": "http');
  });

  it('explains every top-level folder in a README and every word of the core in the glossary', () => {
    const folders = [...new Set(files.map((f) => f.split('/')[0] ?? ''))].filter(
      (f) => !f.includes('.') && existsSync(join(root, f, '.')),
    );
    const withoutReadme = folders.filter(
      (f) => files.some((x) => x.startsWith(`${f}/`)) && !files.includes(`${f}/README.md`),
    );
    expect(withoutReadme).toEqual([]);
    const glossary = readProjectFile('shared/design/glossary.md').toLowerCase();
    const words = new Set(files.filter((f) => /^shared\/domain\/[^/]+\//.test(f)).map((f) => f.split('/')[2] ?? ''));
    expect([...words].filter((word) => !glossary.includes(word))).toEqual([]);
  });

  it('numbers each decision once', () => {
    const numbers = files.flatMap((f) => /^shared\/design\/decisions\/(\d{4})-/.exec(f)?.[1] ?? []);
    expect(numbers.filter((n, i) => numbers.indexOf(n) !== i)).toEqual([]);
  });

  it('links only to what is there', () => {
    const broken = files
      .filter(
        (f) =>
          f.endsWith('.md') &&
          !['product', 'rules', 'style'].some((p) => f === `shared/design/${p}.md`) &&
          !f.startsWith('shared/facts/'),
      )
      .flatMap((f) =>
        [...readProjectFile(f).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
          .map((m) => posix.normalize(posix.join(dirname(f), m[1] ?? '')))
          .filter((path) => !existsSync(join(root, path)))
          .map((path) => `${f} → ${path}`),
      );
    expect(broken).toEqual([]);
  });
});
