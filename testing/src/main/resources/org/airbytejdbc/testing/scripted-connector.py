#!/usr/bin/env -S python3 -I -S
"""A connector that plays the scenario beside it, and writes down what it was called with.

scenario.json: {"spec": {...}, "streams": [...], "check": {...}, "discover": [step], "read": [step]}
A step is an object with one key:
  write TEXT           the text and a line end        raw TEXT     the text alone
  message {...}        the object as a line           stderr TEXT  to stderr
  record [S, {...}]    a RECORD, if S was asked for   file PATH    the file's content, as it is
  records {"stream": S, "count": N, "template": {...}, "state_every": K, "sleep_every": [K, SECONDS]}
                       records 0..N-1, "$i" in the template being the number; goes on after the
                       cursor in the state, and writes a STREAM state every K records
  sleep SECONDS        exit CODE        kill SIGNAL   ignore_term true
  child SECONDS        starts a child that lives so long and writes its pid to ./child.pid
  eat MEGABYTES        holds that much memory
  touch PATH           await PATH       makes a file, waits for a file
"""
import json
import os
import signal
import subprocess
import sys
import time

HOME = os.path.dirname(os.path.realpath(__file__))


def argument(name):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None


def load(path):
    if path is None:
        return None
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def note_call(verb, config, catalog, state):
    folder = os.path.join(HOME, "calls")
    os.makedirs(folder, exist_ok=True)
    call = {
        "verb": verb,
        "pid": os.getpid(),
        "config": config,
        "catalog": catalog,
        "state": state,
        "configPath": argument("--config"),
    }
    name = "%020d-%d.json" % (time.time_ns(), os.getpid())
    part = os.path.join(HOME, "." + name)
    with open(part, "w", encoding="utf-8") as file:
        json.dump(call, file)
    os.rename(part, os.path.join(folder, name))


def line(message):
    sys.stdout.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")) + "\n")


def fill(template, i):
    if isinstance(template, dict):
        return {key: fill(value, i) for key, value in template.items()}
    if template == "$i":
        return i
    if isinstance(template, str):
        return template.replace("$i", str(i))
    return template


class Reader:
    def __init__(self, catalog, state):
        streams = (catalog or {}).get("streams", [])
        self.wanted = {entry["stream"]["name"] for entry in streams}
        self.cursors = {}
        if isinstance(state, list):
            for entry in state:
                stream = entry.get("stream") or {}
                name = (stream.get("stream_descriptor") or {}).get("name")
                self.cursors[name] = (stream.get("stream_state") or {}).get("cursor")

    def record(self, stream, data):
        if stream in self.wanted:
            line({
                "type": "RECORD",
                "record": {"stream": stream, "data": data, "emitted_at": int(time.time() * 1000)},
            })

    def state(self, stream, cursor):
        line({
            "type": "STATE",
            "state": {
                "type": "STREAM",
                "stream": {
                    "stream_descriptor": {"name": stream},
                    "stream_state": {"cursor": cursor},
                },
            },
        })

    def records(self, step):
        stream = step["stream"]
        if stream not in self.wanted:
            return
        cursor = self.cursors.get(stream)
        first = 0 if cursor is None else cursor + 1
        every = step.get("state_every", 0)
        pause_every, pause = step.get("sleep_every", (0, 0))
        for i in range(first, step["count"]):
            self.record(stream, fill(step["template"], i))
            if every and (i + 1) % every == 0:
                self.state(stream, i)
            if pause_every and (i + 1) % pause_every == 0:
                sys.stdout.flush()
                time.sleep(pause)

    def play(self, steps):
        for step in steps:
            (kind, value), = step.items()
            getattr(self, "do_" + kind)(value)
            sys.stdout.flush()

    def do_write(self, text):
        sys.stdout.write(text + "\n")

    def do_raw(self, text):
        sys.stdout.write(text)

    def do_message(self, message):
        line(message)

    def do_stderr(self, text):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def do_record(self, value):
        self.record(*value)

    def do_records(self, value):
        self.records(value)

    def do_file(self, path):
        sys.stdout.flush()
        with open(path, "rb") as file:
            while chunk := file.read(1 << 20):
                sys.stdout.buffer.write(chunk)

    def do_sleep(self, seconds):
        time.sleep(seconds)

    def do_exit(self, code):
        sys.stdout.flush()
        os._exit(code)

    def do_kill(self, number):
        os.kill(os.getpid(), number)

    def do_ignore_term(self, _):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)

    def do_child(self, seconds):
        child = subprocess.Popen(["sleep", str(seconds)])
        with open(os.path.join(HOME, "child.pid"), "w", encoding="utf-8") as file:
            file.write(str(child.pid))

    def do_eat(self, megabytes):
        self.eaten = os.urandom(1 << 20) * megabytes

    def do_touch(self, path):
        open(path, "w", encoding="utf-8").close()

    def do_await(self, path):
        while not os.path.exists(path):
            time.sleep(0.01)


def main():
    scenario = load(os.path.join(HOME, "scenario.json"))
    verb = sys.argv[1]
    config = load(argument("--config"))
    catalog = load(argument("--catalog"))
    state = load(argument("--state"))
    note_call(verb, config, catalog, state)
    reader = Reader(catalog, state)
    if verb in scenario and isinstance(scenario[verb], list):
        reader.play(scenario[verb])
    elif verb == "spec":
        line({"type": "SPEC", "spec": {"connectionSpecification": scenario["spec"]}})
    elif verb == "check":
        line({"type": "CONNECTION_STATUS", "connectionStatus": scenario["check"]})
    elif verb == "discover":
        line({"type": "CATALOG", "catalog": {"streams": scenario["streams"]}})


main()
