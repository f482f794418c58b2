#!/usr/bin/python3
# dossier-schema.py: does the schema say what the program does?
#
# Copyright 2026 The Dramatis authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Arguments: the schema, dramatis-cli, a file with many faults, then sound dossiers. Speaks TAP."""

import copy
import json
import subprocess
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed: the schema is not checked")
    sys.exit(0)

number = 0


def result(passed, name):
    global number
    number += 1
    print(f"{'ok' if passed else 'not ok'} {number} - {name}")


def subschemas(schema, path=""):
    """Every schema that stands for a member or an element of an array."""
    for name, member in schema.get("properties", {}).items():
        yield f"{path}/{name}", member
    for name, definition in schema.get("$defs", {}).items():
        yield f"{path}/{name}", definition
        yield from subschemas(definition, f"{path}/{name}")


def is_sound(program, dossier):
    """Whether the program opens it."""
    done = subprocess.run([program, "check", "-"], input=json.dumps(dossier).encode(), stdout=subprocess.PIPE, check=False)
    return done.returncode == 0


def mutations(value, path=()):
    """Copies of a value, each with one member or element of another type; only the first few of a list."""
    children = value.items() if isinstance(value, dict) else list(enumerate(value))[:2]
    for key, child in children:
        for other in (None, True, -1, 0.5, "", "?!", [], [0], {}):
            if type(other) is type(child):
                continue
            mutated = copy.deepcopy(value)
            mutated[key] = other
            yield path + (key,), mutated
        if isinstance(child, (dict, list)):
            for place, changed in mutations(child, path + (key,)):
                mutated = copy.copy(value)
                mutated[key] = changed
                yield place, mutated


def main():
    schema_name, program, faulty_name, *sound_names = sys.argv[1:]
    with open(schema_name, encoding="utf-8") as file:
        schema = json.load(file)

    Draft202012Validator.check_schema(schema)
    result(True, "the schema is one")
    undescribed = [path for path, member in subschemas(schema) if not member.get("description")]
    result(not undescribed, f"every member is described {undescribed}")

    validator = Draft202012Validator(schema)
    for name in sound_names:
        with open(name, encoding="utf-8") as file:
            errors = [error.message for error in validator.iter_errors(json.load(file))]
        result(not errors, f"{name.rsplit('/', 1)[-1]} is valid {errors}")

    with open(faulty_name, encoding="utf-8") as file:
        result(not validator.is_valid(json.load(file)), "faults are invalid")

    # What is valid by its types is opened and the other way round, wherever one of them is wrong.
    with open(sound_names[0], encoding="utf-8") as file:
        dossier = json.load(file)
    differences = []
    n_mutations = 0
    for path, mutated in mutations(dossier):
        n_mutations += 1
        valid = validator.is_valid(mutated)
        if not valid and is_sound(program, mutated):
            differences.append("/".join(map(str, path)))
    result(n_mutations > 100 and not differences, f"the program opens nothing that is invalid {differences[:5]}")

    print(f"1..{number}")


main()
