#!/usr/bin/env python3
"""Airbyte's CDK as a judge: runs command lines of its source-declarative-manifest, each in a fork, with its clock stopped.

Calls come on the input, a JSON object a line: {"arguments": [...], "now": "2026-01-15T00:00:00Z", "output": FILE, "seconds": 20}.
Each is answered when it has ended: its FILE, a space, its status. Needs the packages airbyte-cdk (7.39.1) and time-machine."""
import contextlib
import datetime
import gc
import json
import os
import signal
import sys
import tempfile
import time
import traceback

import airbyte_cdk.cli.source_declarative_manifest._run as program
import airbyte_cdk.sources.declarative.parsers.model_to_component_factory
import time_machine


def run(arguments, now):
    """The status of one command line; the clock of this process stays stopped."""
    stopped = datetime.datetime.strptime(now, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)
    status = 1
    try:
        time_machine.travel(stopped, tick=False).start()
        program.handle_command(arguments)
        status = 0
    except BaseException:
        traceback.print_exc()
    with contextlib.suppress(Exception):
        sys.stdout.flush()
    return status


def fork(call, answers):
    def answer(status):
        os.write(answers, f"{call['output']} {status}\n".encode())
        os._exit(0)

    if os.fork() == 0:
        try:
            signal.signal(signal.SIGALRM, lambda *_: answer("timeout"))
            signal.alarm(call["seconds"])
            output = os.open(call["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(output, 1)
            os.dup2(output, 2)
            tempfile.tempdir = os.path.dirname(call["output"])
            answer(run(call["arguments"], call["now"]))
        finally:  # A fork never goes on as its parent.
            answer("crash")


os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ["TZ"] = "UTC"
time.tzset()
gc.collect()
gc.freeze()

if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    answers = os.dup(1)
    os.dup2(2, 1)
    os.write(answers, b"ready\n")
    for line in sys.stdin:
        fork(json.loads(line), answers)
