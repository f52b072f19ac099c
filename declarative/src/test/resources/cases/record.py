#!/usr/bin/env python3
"""Records what Airbyte's CDK makes of cases: record.py NAME.yaml ... writes NAME.json beside each.

CasesTest replays the cases in this engine. With -v, it shows what the CDK said."""
import collections
import gzip
import http.server
import json
import os
import re
import sys
import tempfile
import threading
import urllib.parse

import judge
import yaml

NOW = "2026-01-15T00:00:00Z"
API = "__API__"


class Api(http.server.ThreadingHTTPServer):
    """Answers as the case says, each rule's answers one after the other, the last one for ever."""

    def __init__(self, rules):
        super().__init__(("127.0.0.1", 0), Handler)
        self.rules, self.asked = rules, []
        self.counts, self.lock = collections.Counter(), threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def answer(self, text):
        with self.lock:
            self.asked.append(text)
            for i, rule in enumerate(self.rules):
                if re.fullmatch(rule["asked"], text, re.DOTALL):
                    n, self.counts[i] = self.counts[i], self.counts[i] + 1
                    return rule["answers"][min(n, len(rule["answers"]) - 1)]
        return {"status": 404, "json": {"error": "no rule for " + text}}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def respond(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        path, _, query = self.path.partition("?")
        pairs = sorted(urllib.parse.parse_qsl(query, keep_blank_values=True))
        text = f"{self.command} {urllib.parse.unquote(path)}"
        text += "?" + "&".join(f"{k}={v}" for k, v in pairs) if pairs else ""
        if "json" in self.headers.get("Content-Type", "") and body:
            body = json.dumps(json.loads(body), sort_keys=True)
        text += " " + body if body else ""
        for name in sorted(n.lower() for n in self.headers):
            if name == "authorization" or name.startswith("x-"):
                text += f" [{name}: {self.headers[name]}]"
        url = "http://" + self.headers["Host"]
        answer = self.server.answer(text.replace(url, API))
        data = (json.dumps(answer["json"]) if "json" in answer else answer.get("text", "")).replace(API, url).encode()
        data = gzip.compress(data) if answer.get("gzip") else data
        self.send_response(answer.get("status", 200))
        if "json" in answer:
            self.send_header("Content-Type", "application/json")
        for name, value in answer.get("headers", {}).items():
            self.send_header(name, str(value).replace(API, url))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = respond

    def log_message(self, *args):
        pass


def run(case, verb, catalog=None):
    """The messages of one call, in a fork, and what the API was asked."""
    api = Api(case.get("api", []))
    url = f"http://127.0.0.1:{api.server_port}"
    read, write = os.pipe()
    with tempfile.TemporaryDirectory() as folder:

        def file(name, value):
            path = os.path.join(folder, name)
            with open(path, "w") as f:
                f.write(json.dumps(value).replace(API, url))
            return path

        arguments = [verb, "--config", file("config.json", case.get("config", {}))]
        arguments += ["--manifest-path", file("manifest.yaml", case["manifest"])]
        if catalog:
            arguments += ["--catalog", file("catalog.json", catalog)]
            if "state" in case:
                arguments += ["--state", file("state.json", case["state"])]
        pid = os.fork()
        if pid == 0:
            os.dup2(write, 1)
            if "-v" not in sys.argv:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            os._exit(judge.run(arguments, case.get("now", NOW)))
        os.close(write)
        with os.fdopen(read) as out:
            text = out.read()
        failed = os.waitpid(pid, 0)[1] != 0
    api.shutdown()
    api.server_close()
    messages = [json.loads(line) for line in text.replace(url, API).splitlines() if line.startswith("{")]
    if "-v" in sys.argv:
        print(text, file=sys.stderr)
    return messages, api.asked, failed


def canonical(value):
    return json.dumps(value, sort_keys=True)


def record(path):
    with open(path) as f:
        case = yaml.safe_load(f)
    if isinstance(case["manifest"], str):  # A file of the project.
        with open(os.path.join(os.path.dirname(path) or ".", *[".."] * 5, case["manifest"])) as f:
            case["manifest"] = yaml.safe_load(f)
    spec = {"type": "Spec", "connection_specification": {"type": "object", "properties": {}}}
    case["manifest"].setdefault("spec", spec)  # The CDK's program does not start without one.
    expected = {}
    messages, _, failed = run(case, "check")
    expected["check"] = next((m["connectionStatus"]["status"] for m in messages if m["type"] == "CONNECTION_STATUS"), "ERROR")
    messages, _, failed = run(case, "discover")
    found = [m["catalog"]["streams"] for m in messages if m["type"] == "CATALOG"]
    if found:
        shown = ("json_schema", "supported_sync_modes", "default_cursor_field", "source_defined_primary_key")
        expected["catalog"] = {s["name"]: {k: s[k] for k in shown if k in s} for s in found[0]}
        wanted = case.get("streams", [s["name"] for s in found[0]])
        catalog = {"streams": []}
        for s in found[0]:
            if s["name"] in wanted:
                mode = s["supported_sync_modes"][-1]
                catalog["streams"].append({"stream": s, "sync_mode": mode, "destination_sync_mode": "append"})
        messages, asked, failed = run(case, "read", catalog)
        records, states, configs = {s["stream"]["name"]: [] for s in catalog["streams"]}, {}, []
        for m in messages:
            if m["type"] == "RECORD":
                records.setdefault(m["record"]["stream"], []).append(m["record"]["data"])
            elif m["type"] == "STATE":
                state = m["state"]["stream"]
                value = json.loads(json.dumps(state["stream_state"]))
                states[state["stream_descriptor"]["name"]] = value
            elif m["type"] == "CONTROL":
                config = m["control"]["connectorConfig"]["config"]
                configs.append({k: v for k, v in config.items() if not k.startswith("__")})
        for value in states.values():
            value.pop("lookback_window", None)
            for part in (value, *value.get("parent_state", {}).values()):
                part.pop("lookback_window", None)
                if "states" in part:
                    part["states"].sort(key=canonical)
        expected["records"] = {name: sorted(found, key=canonical) for name, found in records.items()}
        expected["states"] = states
        expected["requests"] = sorted(set(asked)) if case.get("distinct") else sorted(asked)
        expected["configs"] = configs[-1:]
    expected["failed"] = failed or any(m["type"] == "TRACE" and "error" in m["trace"] for m in messages)
    with open(os.path.splitext(path)[0] + ".json", "w") as f:
        f.write(json.dumps(expected, indent=1, sort_keys=True) + "\n")
    return expected


if __name__ == "__main__":
    for path in [a for a in sys.argv[1:] if a != "-v"]:
        print(path, canonical({k: v for k, v in record(path).items() if k != "catalog"}))
