#!/usr/bin/env python3
"""Checks a proof of Nuancan without trusting its service: python3 check_proof.py proof.json [contentHash]

proof.json is the answer of GET /v1/statements/{id}/proof?orderId=…; the hash to hold it against is best taken from
the printed statement. Nothing of Nuancan is used here; SM3 (GB/T 32905) is written out below.
"""
import json
import sys

WORD = 0xFFFFFFFF


def turn(x, n):
    return (x << n | x >> (32 - n)) & WORD if n else x


def sm3(data):
    padded = data + b"\x80" + b"\0" * ((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    v = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    for at in range(0, len(padded), 64):
        w = [int.from_bytes(padded[at + 4 * i:at + 4 * i + 4], "big") for i in range(16)]
        for i in range(16, 68):
            x = w[i - 16] ^ w[i - 9] ^ turn(w[i - 3], 15)
            w.append(x ^ turn(x, 15) ^ turn(x, 23) ^ turn(w[i - 13], 7) ^ w[i - 6])
        a, b, c, d, e, f, g, h = v
        for i in range(64):
            ss1 = turn((turn(a, 12) + e + turn(0x79CC4519 if i < 16 else 0x7A879D8A, i % 32)) & WORD, 7)
            ff = a ^ b ^ c if i < 16 else a & b | a & c | b & c
            gg = e ^ f ^ g if i < 16 else e & f | ~e & g
            tt1 = (ff + d + (ss1 ^ turn(a, 12)) + (w[i] ^ w[i + 4])) & WORD
            tt2 = (gg + h + ss1 + w[i]) & WORD
            a, b, c, d = tt1, a, turn(b, 9), c
            e, f, g, h = tt2 ^ turn(tt2, 9) ^ turn(tt2, 17), e, turn(f, 19), g
        v = [x ^ y for x, y in zip(v, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in v)


def main(file, expected=None):
    proof = json.load(open(file, encoding="utf-8"))
    root = bytes.fromhex(proof["root"])
    for line in proof["lines"]:
        way = sm3(b"\0" + line["text"].encode())
        for step in line["path"]:
            other = bytes.fromhex(step["hash"])
            way = sm3(b"\1" + (other + way if step["side"] == "LEFT" else way + other))
        if way != root or json.loads(line["text"])["orderId"] != proof["orderId"]:
            sys.exit(f"line {line['index']} does NOT stand on this statement")
    content = sm3(b"\2" + root + proof["header"].encode()).hex()
    if content != (expected or proof["contentHash"]):
        sys.exit(f"the statement's hash is NOT this one: computed {content}")
    print(f"OK: {len(proof['lines'])} of {proof['leaves']} lines proved, contentHash {content}")


if __name__ == "__main__":
    main(*sys.argv[1:])
