"""Hands a command line to the engine that listens on the port: forward.py PORT COMMAND ..."""

import json
import os
import socket
import sys

with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    call = {"arguments": sys.argv[2:], "now": os.environ.get("MOCK_NOW", "")}
    connection.sendall(json.dumps(call).encode() + b"\n")
    answer = connection.makefile("rb").read()
output, _, status = answer.rpartition(b"\n")
sys.stdout.buffer.write(output)
sys.exit(int(status))
