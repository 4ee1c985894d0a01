/** The two channels between a window and the app. What is asked or told travels inside (`shared/ipc/contract.ts`). */
export const channels = { request: 'bedrock-analyst:request', push: 'bedrock-analyst:push' } as const
