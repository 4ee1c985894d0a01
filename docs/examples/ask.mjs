// Asks one question and prints the answer as it is written. Node 20 or newer, nothing to install.
//
//   BEDROCK_ANALYST_LINK='http://127.0.0.1:PORT/?token=TOKEN' node ask.mjs 'What files are here?'
//
// The same code runs wherever there is fetch. For going on after a broken connection see ask.py.

const link = new URL(process.env.BEDROCK_ANALYST_LINK)
const token = link.searchParams.get('token')

const [question] = process.argv.slice(2)
const response = await fetch(new URL('/v1/runs?events=text-delta', link), {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ text: question }),
})
if (!response.ok) throw new Error(JSON.stringify((await response.json()).error))

for await (const { name, data } of readEvents(response.body)) {
  if (name === 'text-delta') process.stdout.write(data.text)
  if (name === 'snapshot') throw new Error('Too slow a reader: the whole run came in place of its events.')
  if (name === 'run-ended' && data.stop.kind !== 'completed') throw new Error(JSON.stringify(data.stop))
}
process.stdout.write('\n')

/** Yields every whole event. */
async function* readEvents(body) {
  let rest = ''
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop()
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s)))
      if (fields.data !== undefined) yield { id: fields.id, name: fields.event, data: JSON.parse(fields.data) }
    }
  }
}
