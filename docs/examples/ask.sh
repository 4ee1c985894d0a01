#!/usr/bin/env bash
# Asks one question and shows its events as they come: text, and the end. Needs bash and curl.
#
#   BEDROCK_ANALYST_LINK='http://127.0.0.1:PORT/?token=TOKEN' ./ask.sh 'What files are here?'
#
# The question is put into JSON as it is: no double quotes, backslashes or line breaks in it.
set -euo pipefail

link=${BEDROCK_ANALYST_LINK:?Set it to the link that the terminal printed.}
question=${1:?Give the question as one argument.}

curl --no-buffer --silent --show-error --fail-with-body \
  --header "Authorization: Bearer ${link##*token=}" \
  --header 'Content-Type: application/json' \
  --data "{\"text\": \"$question\"}" \
  "${link%%/\?*}/v1/runs?events=text-delta"
