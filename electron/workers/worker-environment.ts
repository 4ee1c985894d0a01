/** What of our environment a worker process gets: cloud credentials and other secrets are none of its business. */
export function workerEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !/^(AWS_|.*(TOKEN|SECRET|PASSWORD|API_KEY))/i.test(entry[0]),
    ),
  )
}
