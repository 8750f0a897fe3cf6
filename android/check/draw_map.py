"""Draws maps as MapLibre Native does on a phone: an order a line on standard input, JSON; to each the length of a PNG in
four bytes and the PNG on standard output. The argument is the folder of the app's assets.
"""

import json
import struct
import sys

import pymgl

MARGIN = 48


def draw(order, assets):
    style = json.dumps(order["style"]).replace("asset://", f"file://{assets}/")
    camera = order["camera"]
    size = max(order["width"], 1), max(order["height"], 1)
    drawn = pymgl.Map(style, *size, order["ratio"], camera.get("lon", 0), camera.get("lat", 0), camera.get("zoom", 0))
    drawn.load()
    if "bounds" in camera:
        drawn.setBounds(*camera["bounds"], MARGIN)
    drawn.setBearing(camera.get("bearing", 0))
    return drawn.renderPNG()


for line in sys.stdin:
    picture = draw(json.loads(line), sys.argv[1])
    sys.stdout.buffer.write(struct.pack(">I", len(picture)) + picture)
    sys.stdout.buffer.flush()
