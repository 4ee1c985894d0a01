/**
 * Who may import whom: default deny. A file falls under the longest `folder` that holds it, and may always import
 * from there. `types:` allows type-only imports; `node` is every built-in; a bare name is a package.
 */
export type ImportRule = { readonly folder: string; readonly may: readonly string[] }

const react = ['react', 'react-dom', 'radix-ui', 'lucide-react', 'zustand/react/shallow']
const toolParts = [
  'shared',
  'electron/tools/tool.ts',
  'types:electron/sandbox',
  'types:electron/host.ts',
  'electron/workers',
  'node',
]

export const importRules: readonly ImportRule[] = [
  { folder: 'shared', may: [] },
  { folder: 'shared/schema.ts', may: ['zod'] },

  { folder: 'electron/agent', may: ['shared', 'types:electron/tools/tool.ts'] },
  { folder: 'electron/models', may: ['shared', 'types:electron/agent'] },
  {
    folder: 'electron/models/bedrock',
    may: ['shared', 'types:electron/agent', 'types:electron/host.ts', 'electron/models', '@aws-sdk', '@smithy', 'node'],
  },
  { folder: 'electron/models/caching', may: ['shared', 'types:electron/agent', 'electron/models', 'node'] },
  { folder: 'electron/models/openai', may: ['shared', 'types:electron/agent', 'electron/models', 'node'] },
  { folder: 'electron/models/offline', may: ['shared', 'types:electron/agent'] },
  { folder: 'electron/tools', may: ['shared', 'types:electron/agent', 'types:electron/sandbox', 'node'] },
  { folder: 'electron/tools/files', may: [...toolParts, 'picomatch', 'diff'] },
  {
    folder: 'electron/tools/data',
    may: [
      ...toolParts,
      '@duckdb/node-api',
      'read-excel-file',
      'vega',
      'vega-lite',
      'vega-interpreter',
      '@resvg/resvg-js',
    ],
  },
  {
    folder: 'electron/tools/documents',
    may: [
      ...toolParts,
      'electron/tools/html-to-markdown.ts',
      'unpdf',
      'mammoth',
      'read-excel-file',
      'yauzl',
      'fflate',
      'fast-xml-parser',
      'linkedom',
      '@mozilla/readability',
      'turndown',
    ],
  },
  { folder: 'electron/tools/web', may: [...toolParts, 'turndown', 'linkedom'] },
  { folder: 'electron/tools/system', may: [...toolParts, 'mathjs'] },
  {
    folder: 'electron/tools/reports',
    may: [
      ...toolParts,
      'electron/tools/conversation-runs.ts',
      'electron/tools/files',
      'electron/tools/data/split-part.ts',
      'marked',
    ],
  },

  {
    folder: 'electron/sandbox',
    may: ['shared', 'node', 'ignore', 'ipaddr.js', '@anthropic-ai/sandbox-runtime'],
  },
  { folder: 'electron/consent', may: ['shared', 'types:electron/agent', 'node'] },
  { folder: 'electron/storage', may: ['shared', 'electron/workers', 'node'] },
  { folder: 'electron/config', may: ['shared', 'node', 'yaml'] },
  { folder: 'electron/workers', may: ['shared', 'node'] },

  {
    folder: 'electron/app',
    may: [
      'shared',
      'node',
      'types:electron/host.ts',
      'electron/agent',
      'electron/models',
      'electron/tools',
      'electron/consent',
      'electron/sandbox',
      'electron/storage',
      'electron/config',
    ],
  },
  { folder: 'electron/ipc', may: ['shared', 'electron/app', 'types:electron/agent'] },
  { folder: 'electron/host.ts', may: ['types:electron/workers'] },
  { folder: 'electron/project-paths.ts', may: ['node'] },
  { folder: 'electron/default-data-dir.ts', may: ['node'] },
  {
    folder: 'electron/web',
    may: [
      'shared',
      'electron/app',
      'electron/ipc',
      'electron/workers',
      'types:electron/agent',
      'types:electron/host.ts',
      'node',
      'ws',
    ],
  },
  {
    folder: 'electron/serve.ts',
    may: [
      'shared',
      'electron/app',
      'electron/web',
      'electron/project-paths.ts',
      'electron/default-data-dir.ts',
      'node',
    ],
  },
  { folder: 'electron/headless', may: ['shared', 'node'] },
  {
    folder: 'electron/ask.ts',
    may: [
      'shared',
      'electron/app',
      'electron/consent',
      'electron/headless',
      'electron/web',
      'electron/tools',
      'electron/project-paths.ts',
      'electron/default-data-dir.ts',
      'node',
    ],
  },
  {
    folder: 'electron/shell',
    may: ['shared', 'electron/app', 'electron/ipc', 'electron/workers', 'types:electron/host.ts', 'electron', 'node'],
  },
  {
    folder: 'electron/main.ts',
    may: [
      'shared',
      'electron/app',
      'electron/ipc',
      'electron/shell',
      'electron/project-paths.ts',
      'electron/default-data-dir.ts',
      'electron',
      'node',
    ],
  },
  { folder: 'electron/preload.ts', may: ['types:shared', 'electron/shell/channels.ts', 'electron'] },

  { folder: 'renderer/ui', may: ['types:shared', ...react, 'diff'] },
  { folder: 'renderer/bridge', may: ['shared'] },
  { folder: 'renderer/state', may: ['shared', 'renderer/bridge', 'zustand', 'react'] },
  ...['consent', 'agents', 'metrics', 'settings', 'sidebar'].map((feature) => ({
    folder: `renderer/${feature}`,
    may: ['shared', 'renderer/ui', 'renderer/state', ...react],
  })),
  { folder: 'renderer/files', may: ['shared', 'renderer/ui', 'renderer/state', ...react, '@tanstack/react-virtual'] },
  {
    folder: 'renderer/chat',
    may: [
      'shared',
      'renderer/ui',
      'renderer/state',
      'renderer/agents',
      ...react,
      '@tanstack/react-virtual',
      'marked',
      'shiki',
      'vega',
      'vega-interpreter',
      'diff',
    ],
  },
  // What stands around the features: the page's frame, and the panel that holds some of them as tabs.
  { folder: 'renderer/page', may: ['shared', 'renderer/ui', 'renderer/state', ...react] },
  {
    folder: 'renderer/inspector',
    may: ['shared', 'renderer/ui', 'renderer/state', 'renderer/metrics', 'renderer/files', ...react],
  },
  { folder: 'renderer/app.tsx', may: ['shared', 'renderer', ...react] },
  { folder: 'renderer/main.tsx', may: ['react', 'react-dom', 'renderer'] },

  { folder: 'e2e/bedrock-emulator', may: ['node', '@smithy/core', 'gpt-tokenizer'] },
  { folder: 'e2e', may: ['types:shared', 'e2e/bedrock-emulator', 'node', '@playwright/test', '@axe-core/playwright'] },
]
