"""
Joins the app's manifest with those of its libraries, as Gradle's manifest merger would, and says in plain text what came
of it: what the app asks for, and what others can reach in it.

    manifest.py merge APP LIBRARIES MERGED   writes the manifest that aapt2 takes; the text goes to standard output
    manifest.py agree TEXT                   the permissions in TEXT against `aapt2 dump badging` on standard input

Of the merger's rules only those are here that the app and its libraries use: names and `${applicationId}` in full, the
app before its libraries, `tools:node="remove"`.
"""
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

ANDROID = "{http://schemas.android.com/apk/res/android}"
TOOLS = "{http://schemas.android.com/tools}"
NAME = ANDROID + "name"
COMPONENTS = ("activity", "activity-alias", "service", "receiver", "provider")
NETWORK = re.compile(r"INTERNET|NETWORK|WIFI")
APP_ID = re.search(r'applicationId = "(.*)"', (Path(__file__).parent.parent / "app/build.gradle.kts").read_text())[1]


def read(file: Path) -> xml.Element:
    manifest = xml.fromstring(file.read_text().replace("${applicationId}", APP_ID))
    for component in manifest.iterfind("application/*"):
        if component.get(NAME, "").startswith("."):
            component.set(NAME, manifest.get("package", APP_ID) + component.get(NAME))
    manifest.attrib.pop("package", None)
    return manifest


def join(ours: xml.Element, theirs: xml.Element) -> None:
    """What is ours stays; what we do not say is taken from theirs."""
    for attribute, value in theirs.attrib.items():
        ours.attrib.setdefault(attribute, value)
    for child in theirs:
        same = [it for it in ours if it.tag == child.tag and it.get(NAME) == child.get(NAME)]
        if same and child.tag != "intent-filter":
            join(same[0], child)
        elif child.tag != "uses-sdk":
            ours.append(child)


def settle(element: xml.Element) -> list[str]:
    """Takes out what is to be removed, and every word to the merger; answers what was removed."""
    removed = []
    for child in list(element):
        if child.get(TOOLS + "node") == "remove":
            element.remove(child)
            removed.append(f"{child.tag} {child.get(NAME)}")
        else:
            removed += settle(child)
    for attribute in [it for it in element.attrib if it.startswith(TOOLS)]:
        del element.attrib[attribute]
    return removed


def told(element: xml.Element) -> str:
    said = [f"{key.removeprefix(ANDROID)}={value}" for key, value in sorted(element.attrib.items()) if key != NAME]
    return " ".join([element.tag, *([element.get(NAME)] if element.get(NAME) else []), *said])


def text(manifest: xml.Element, removed: list[str]) -> str:
    lines = ["# The merged manifest: what the app asks for, and what others can reach in it. Written by android/check/run.", ""]
    lines += sorted(told(it) for it in manifest if it.tag not in ("application", "queries"))
    lines += ["" if not depth else "    " * depth + told(it) for queries in manifest.iterfind("queries")
              for depth, it in walk(queries)]
    lines += ["", *(f"removed {it}" for it in sorted(removed)), ""]
    application = manifest.find("application")
    lines.append(told(application))
    for child in sorted(application, key=lambda it: (it.tag in COMPONENTS, it.tag, it.get(NAME))):
        lines += ["", *("    " * depth + told(it) for depth, it in walk(child))]
    return "\n".join(lines) + "\n"


def walk(element: xml.Element, depth: int = 0):
    yield depth, element
    for child in element:
        yield from walk(child, depth + 1)


def merge(app: Path, libraries: Path, merged: Path) -> None:
    manifest = read(app)
    for library in sorted(libraries.glob("*/AndroidManifest.xml")):
        join(manifest, read(library))
    removed = settle(manifest)
    asked = [it.get(NAME) for it in manifest.iter() if it.tag.startswith("uses-permission")]
    if network := [name for name in asked if NETWORK.search(name)]:
        sys.exit(f"{app}: the app works without a network, but asks for {', '.join(network)}; "
                 'remove it with tools:node="remove"')
    said = text(manifest, removed)
    # Debian's aapt2 is older than the element: the check's APK goes without.
    for queries in manifest.findall("queries"):
        manifest.remove(queries)
    manifest.set("package", APP_ID)
    xml.register_namespace("android", ANDROID[1:-1])
    xml.ElementTree(manifest).write(merged, encoding="utf-8", xml_declaration=True)
    sys.stdout.write(said)


def agree(file: Path) -> None:
    said = set(re.findall(r"^uses-permission\S* (\S+)", file.read_text(), re.M))
    packed = set(re.findall(r"^uses-permission\S*: name='([^']+)'", sys.stdin.read(), re.M))
    if said != packed:
        sys.exit(f"{file} and the APK disagree about permissions: {', '.join(sorted(said ^ packed))}")


{"merge": merge, "agree": agree}[sys.argv[1]](*map(Path, sys.argv[2:]))
