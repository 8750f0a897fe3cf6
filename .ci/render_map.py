"""Draws styles at three zooms and fails where a picture is blank or shows no labels.

    render_map.py STYLE.json...      each STYLE.json gives STYLE-coast.png, STYLE-spit.png and STYLE-klaipeda.png
"""

import json
import sys
from pathlib import Path

import numpy
import pymgl

WIDTH, HEIGHT = 720, 900
VIEWS = {"coast": (21.33, 55.72, 8.2), "spit": (21.10, 55.50, 10.3), "klaipeda": (21.13, 55.705, 13.0)}
# Fewer colours than these, or fewer pixels of labels, is no map.
COLOURS = 100
LABEL_SHARE = 0.002
SIGN_SHARE = 0.0005


def draw(style, view):
    longitude, latitude, zoom = view
    drawn = pymgl.Map(json.dumps(style), WIDTH, HEIGHT, 1, longitude, latitude, zoom)
    drawn.load()
    return drawn


def pixels(style, view):
    """One number a pixel."""
    return numpy.asarray(draw(style, view).renderBuffer()).view(numpy.uint32).ravel()


def without(style, layers):
    return {**style, "layers": [layer for layer in style["layers"] if layer not in layers]}


def check(path):
    style = json.loads(path.read_text())
    labels = [layer for layer in style["layers"] if layer["type"] == "symbol"]
    pictograms = [layer for layer in labels if layer["layout"]["text-font"] == ["Route Guide Symbols"]]
    for name, view in VIEWS.items():
        picture = path.with_name(f"{path.stem}-{name}.png")
        picture.write_bytes(draw(style, view).renderPNG())
        whole = pixels(style, view)
        colours = len(numpy.unique(whole))
        assert colours > COLOURS, f"{picture}: only {colours} colours"
        words = numpy.mean(whole != pixels(without(style, labels), view))
        assert words > LABEL_SHARE, f"{picture}: labels cover only {words:.2%}: are the glyphs found?"
        signs = numpy.mean(whole != pixels(without(style, pictograms), view))
        assert signs > SIGN_SHARE or view[2] < 10, f"{picture}: pictograms cover only {signs:.2%}"
        print(f"{picture}: {colours} colours, labels on {words:.1%}, pictograms on {signs:.1%}")


for argument in sys.argv[1:]:
    check(Path(argument))
