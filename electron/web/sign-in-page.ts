/** What somebody sees who comes without a session: one sentence, no script. `message` is ours, never the visitor's. */
export function signInPage(message: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bedrock Analyst</title>
<body style="font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark; display: grid; place-content: center; min-height: 90vh; margin: 0 24px">
<h1 style="font-size: 20px; margin: 0 0 8px">Bedrock Analyst</h1>
<p style="margin: 0; max-width: 44ch">${message}</p>
</body>
</html>
`
}
