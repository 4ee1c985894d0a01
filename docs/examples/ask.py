"""Asks one question and prints the answer as it is written. Python 3.8 or newer, nothing to install.

    BEDROCK_ANALYST_LINK='http://127.0.0.1:PORT/?token=TOKEN' python3 ask.py 'What files are here?'

When the connection breaks, it goes on after the last event it got.
"""

import http.client
import json
import os
import sys
import time
from urllib.parse import parse_qs, urlsplit

LINK = urlsplit(os.environ["BEDROCK_ANALYST_LINK"])
TOKEN = parse_qs(LINK.query)["token"][0]
KINDS = "message-started,text-delta"


def request(method, path, body=None, last_event_id=None):
    connection = http.client.HTTPConnection(LINK.hostname, LINK.port, timeout=60)
    headers = {"Authorization": "Bearer " + TOKEN, "User-Agent": "ask.py"}
    if last_event_id is not None:
        headers["Last-Event-ID"] = last_event_id
    if body is not None:
        headers["Content-Type"] = "application/json"
        body = json.dumps(body)
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    if response.status >= 400:
        error = json.load(response)["error"]
        sys.exit("{message} {hint}".format(hint=error.pop("hint", ""), **error))
    return response


def read_events(response):
    """Yields (id, name, data) of every whole event; lines that begin with a colon only show that the app lives."""
    fields = {}
    for line in response:
        name, _, value = line.decode("utf-8").rstrip("\r\n").partition(": ")
        if name:
            fields[name] = value
        elif "data" in fields:
            yield fields["id"], fields["event"], json.loads(fields["data"])
            fields = {}


def answer_of(run):
    """The whole text so far, as it stands in a snapshot."""
    replies = [message for message in run["messages"] if message["role"] == "assistant"]
    return "\n\n".join(
        "".join(block["text"] for block in reply["content"] if block["type"] == "text") for reply in replies
    )


def ask(question):
    response = request("POST", "/v1/runs?events=" + KINDS, {"text": question})
    path = response.getheader("Location")
    last_event_id = None
    while True:
        try:
            for last_event_id, name, data in read_events(response):
                if name == "text-delta":
                    print(data["text"], end="", flush=True)
                elif name == "snapshot":
                    # Too much happened while the connection was broken: this replaces what was printed.
                    print("\n\n" + answer_of(data), end="", flush=True)
                elif name == "run-ended":
                    print()
                    return data["stop"]
        except (OSError, http.client.HTTPException):
            time.sleep(1)
        response = request("GET", path + "/events?events=" + KINDS, last_event_id=last_event_id)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    stop = ask(sys.argv[1])
    if stop["kind"] != "completed":
        sys.exit(json.dumps(stop))
