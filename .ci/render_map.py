"""Draws styles at three zooms and fails where a picture is blank or shows no labels.

    render_map.py STYLE.json...      each STYLE.json gives STYLE-coast.png, STYLE-spit.png and STYLE-klaipeda.png
"""

import json
import sys
from pathlib import Path

import pymgl

WIDTH, HEIGHT = 720, 900
VIEWS = {"coast": (21.33, 55.72, 8.2), "spit": (21.10, 55.50, 10.3), "klaipeda": (21.13, 55.705, 13.0)}
# Fewer colours than these, or fewer pixels of labels, is no map.
COLOURS = 100
LABEL_SHARE = 0.002


def draw(style, view):
    longitude, latitude, zoom = view
    return pymgl.Map(json.dumps(style), WIDTH, HEIGHT, 1, longitude, latitude, zoom)


def pixels(drawn):
    drawn.load()
    return bytes(drawn.renderBuffer())


def colours(picture):
    return len({picture[at : at + 4] for at in range(0, len(picture), 4)})


def differing(one, other):
    return sum(one[at : at + 4] != other[at : at + 4] for at in range(0, len(one), 4)) / (len(one) / 4)


def check(path):
    style = json.loads(path.read_text())
    symbols = [layer for layer in style["layers"] if layer["type"] == "symbol"]
    pictograms = [layer for layer in symbols if layer["layout"]["text-font"] == ["Route Guide Symbols"]]
    for name, view in VIEWS.items():
        whole = pixels(draw(style, view))
        picture = path.with_name(f"{path.stem}-{name}.png")
        picture.write_bytes(draw_png(style, view))
        seen = colours(whole)
        assert seen > COLOURS, f"{picture}: only {seen} colours"
        bare = {**style, "layers": [layer for layer in style["layers"] if layer not in symbols]}
        labels = differing(whole, pixels(draw(bare, view)))
        assert labels > LABEL_SHARE, f"{picture}: labels cover only {labels:.2%}: are the glyphs found?"
        wordy = {**style, "layers": [layer for layer in style["layers"] if layer not in pictograms]}
        signs = differing(whole, pixels(draw(wordy, view)))
        assert view[2] < 10 or signs > LABEL_SHARE / 4, f"{picture}: pictograms cover only {signs:.2%}"
        print(f"{picture}: {seen} colours, labels on {labels:.1%}, pictograms on {signs:.1%}")


def draw_png(style, view):
    drawn = draw(style, view)
    drawn.load()
    return drawn.renderPNG()


for argument in sys.argv[1:]:
    check(Path(argument))
