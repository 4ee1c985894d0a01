/**
 * Packages that stay in `node_modules` beside the bundle instead of in it: the first two load native code by a path of
 * their own, the third is found by `import.meta.resolve` because it carries a program. `electron-builder.yml` packs
 * exactly these and what they need.
 */
export const runtimePackages = ['@duckdb/node-api', '@resvg/resvg-js', '@anthropic-ai/sandbox-runtime']
