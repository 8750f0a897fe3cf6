"""
Writes down what the app is made of that others made, and under which terms: the libraries of `libraries` as their POMs say
it, the crates of the core as Cargo knows them, and the texts of those terms as the crates carry them. Nothing is typed in but MapLibre's notice, which its AAR leaves out
(maplibre-licence.txt).

    licences.py FOLDER    writes FOLDER/parts.txt (a name, a tab, its terms) and FOLDER/terms.txt
"""
import json
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as xml
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
REPOSITORY = Path.home() / ".m2/repository"
CATALOG = tomllib.loads((HERE.parent / "gradle/libs.versions.toml").read_text())["versions"]
POM = "{http://maven.apache.org/POM/4.0.0}"
# Terms that a crate may only name: their text stands beside the system's own licences.
COMMON = "MPL-2.0"
COMMON_TEXTS = Path("/usr/share/common-licenses")
# One name for what POMs call by many.
SPDX = {"apache": "Apache-2.0", "bsd": "BSD-2-Clause", "mit": "MIT"}


def libraries() -> dict[str, str]:
    rows = (line.split() for line in (HERE / "libraries").read_text().splitlines() if line.startswith("app "))
    return {f"{group}:{name}": terms(group, name, CATALOG.get(version.lstrip("@"), version))
            for group, name, version, *_ in (row[1].split(":") for row in rows)}


def terms(group: str, name: str, version: str) -> str:
    pom = REPOSITORY / group.replace(".", "/") / name / version / f"{name}-{version}.pom"
    root = xml.parse(pom).getroot()
    named = [it.text.strip() for it in root.iterfind(f"{POM}licenses/{POM}license/{POM}name") if it.text]
    parent = root.find(f"{POM}parent")
    if not named and parent is not None:
        return terms(*(parent.findtext(f"{POM}{part}") for part in ("groupId", "artifactId", "version")))
    if not named:
        sys.exit(f"{pom} names no licence")
    return " OR ".join(next((spdx for word, spdx in SPDX.items() if word in it.lower()), it) for it in named)


def crates(target: str) -> list[dict]:
    tree = subprocess.run(
        ["cargo", "tree", "--locked", "--package", "route-guide-ffi", "--edges", "normal", "--prefix", "none",
         "--target", target, "--format", "{p}"],
        cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    used = {tuple(re.match(r"(\S+) v(\S+)", line).groups()) for line in tree.splitlines() if line}
    known = json.loads(subprocess.run(["cargo", "metadata", "--locked", "--format-version", "1"],
                                      cwd=PROJECT, check=True, capture_output=True, text=True).stdout)["packages"]
    return [it for it in known if (it["name"], it["version"]) in used and it["source"]]


def texts(parts: list[dict], maplibre: str) -> str:
    """Apache's text once; beside it that of every crate which cannot be had under it, with whom it is from."""
    apache = next(text for it in parts for text in carried(it) if "Apache License" in text and "APPENDIX" in text)
    own = {it["name"]: "\n\n".join(carried(it)) for it in parts
           if "Apache-2.0" not in it["license"] or " AND " in it["license"]}
    if silent := [it["name"] for it in parts if own.get(it["name"]) == "" and it["license"] != COMMON]:
        sys.exit(f"no text of terms in {', '.join(silent)}")
    own = {name: text or (COMMON_TEXTS / COMMON).read_text().strip() for name, text in own.items()}
    by_text: dict[str, list[str]] = {}
    for name, text in sorted(own.items()):
        by_text.setdefault(text, []).append(name)
    notice = f"{maplibre}\n\n{(HERE / 'maplibre-licence.txt').read_text().strip()}"
    return "\n\n\n".join([apache, notice] + [f"{', '.join(names)}\n\n{text}" for text, names in by_text.items()])


def carried(crate: dict) -> list[str]:
    files = Path(crate["manifest_path"]).parent.glob("[LlCU][IiONn][CcPPL]*")
    return [file.read_text(errors="replace").strip() for file in sorted(files) if file.is_file()]


def write(folder: Path, others: dict[str, str], target: str, maplibre: str) -> None:
    """For Android here, for iOS from `ios/licences`."""
    parts = crates(target)
    rows = others | {it["name"]: it["license"].replace("/", " OR ") for it in parts}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "parts.txt").write_text("".join(f"{name}\t{licence}\n" for name, licence in sorted(rows.items())))
    (folder / "terms.txt").write_text(texts(parts, maplibre) + "\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), libraries(), "aarch64-linux-android", "org.maplibre.gl")
