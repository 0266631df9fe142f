"""Reads downloaded exports with the loader that each brings along: what they say of metrics, session by session."""

import importlib.util
import json
import sys
import tempfile
import zipfile

from exported import exported


def metrics_of(download):
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(download).extractall(folder)
        spec = importlib.util.spec_from_file_location("load", f"{folder}/load.py")
        loader = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(loader)
        return {session: exported(rows) for session, rows in loader.tables["metrics_long"].groupby("session")}


print(json.dumps([metrics_of(download) for download in sys.argv[1:]]))
