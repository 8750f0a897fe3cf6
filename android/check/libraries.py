"""
Fetches what `libraries` lists and unpacks it once: the classes of all AARs and jars as one jar for the app and one for
tests, resources compiled, manifests and native libraries kept aside. Knows the format of an AAR and nothing of the app.

    libraries.py FOLDER    does nothing where FOLDER holds what is listed
"""
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CATALOG = tomllib.loads((HERE.parent / "gradle/libs.versions.toml").read_text())["versions"]
# What only the signed or versioned jar itself means.
LEFT_OUT = re.compile(r"META-INF/(MANIFEST\.MF|INDEX\.LIST|versions/.*|.*\.(SF|RSA|DSA))|(.*/)?module-info\.class")


class Library(NamedTuple):
    use: str
    group: str
    name: str
    version: str
    kind: str
    classifier: str = ""

    @property
    def file(self) -> str:
        match self.use:
            case "app" | "test":
                return f"{self.group}.{self.name}.{self.kind}"
            case "robolectric":  # which looks for it by its version
                return f"{self.name}-{self.version}.{self.kind}"
            case _:
                return f"{self.name}.{self.kind}"


def listed() -> list[Library]:
    rows = (line.split() for line in (HERE / "libraries").read_text().splitlines() if line and line[0] != "#")
    return [Library(use, *(CATALOG[part[1:]] if part[0] == "@" else part for part in coordinates.split(":")))
            for use, coordinates in rows]


def fetch(libraries: list[Library], folder: Path) -> None:
    """One call of Maven, which takes each file by its exact name and follows no dependencies."""
    items = "".join(
        f"<artifactItem><groupId>{it.group}</groupId><artifactId>{it.name}</artifactId><version>{it.version}</version>"
        f"<type>{it.kind}</type><classifier>{it.classifier}</classifier><destFileName>{it.file}</destFileName>"
        f"<outputDirectory>{folder / it.use}</outputDirectory></artifactItem>\n" for it in libraries)
    pom = folder / "pom.xml"
    pom.write_text(f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>routeguide</groupId><artifactId>libraries</artifactId><version>0</version><packaging>pom</packaging>
<build><plugins><plugin><artifactId>maven-dependency-plugin</artifactId><version>3.8.1</version>
<configuration><artifactItems>
{items}</artifactItems></configuration></plugin></plugins></build></project>
""")
    maven = subprocess.run(["mvn", "-q", "-B", "-f", pom, "dependency:copy"], capture_output=True, text=True)
    if maven.returncode:
        errors = [line for line in maven.stdout.splitlines() if line.startswith("[ERROR]")]
        sys.exit("\n".join(errors[:20]) + "\nandroid/check/libraries: Maven does not find the above; try a neighbouring version")


def needs_newer_android(aar: Path) -> str | None:
    """Gradle refuses a library that asks for a newer Android to compile against; so does the check."""
    told = aar / "META-INF/com/android/build/gradle/aar-metadata.properties"
    asked = re.search(r"^minCompileSdk=(\d+)", told.read_text(), re.M) if told.exists() else None
    if asked and int(asked[1]) > int(CATALOG["compile-sdk"]):
        return f"{aar.name} asks for compile-sdk {asked[1]}, gradle/libs.versions.toml says {CATALOG['compile-sdk']}"
    return None


def merge(jars: list[Path], into: Path) -> None:
    """All classes in one jar; of a class that is there twice the first counts."""
    seen: set[str] = set()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as merged:
        for jar in jars:
            with zipfile.ZipFile(jar) as one:
                for entry in one.namelist():
                    if entry not in seen and not entry.endswith("/") and not LEFT_OUT.fullmatch(entry):
                        seen.add(entry)
                        merged.writestr(entry, one.read(entry))


def compile_resources(aar: Path, into: Path) -> str:
    told = subprocess.run(["aapt2", "compile", "--dir", aar / "res", "-o", into / f"{aar.name}.zip"],
                          capture_output=True, text=True)
    return told.stderr if told.returncode else ""


def unpack(folder: Path, use: str) -> None:
    unpacked, resources, native = (folder / part for part in ("aar", "res", "lib"))
    jars = sorted((folder / use).glob("*.jar"))
    aars = []
    for file in sorted((folder / use).glob("*.aar")):
        aar = unpacked / use / file.stem
        zipfile.ZipFile(file).extractall(aar)
        jars += [jar for jar in [aar / "classes.jar", *sorted(aar.glob("libs/*.jar"))] if jar.exists()]
        aars.append(aar)
    merge(jars, folder / f"{use}.jar")
    if use != "app":
        return
    if refused := [said for said in map(needs_newer_android, aars) if said]:
        sys.exit("\n".join(refused))
    resources.mkdir()
    with ThreadPoolExecutor() as workers:
        failed = "".join(workers.map(lambda aar: compile_resources(aar, resources),
                                     [aar for aar in aars if (aar / "res").is_dir()]))
    if failed:
        sys.exit(failed)
    for aar in aars:
        if (aar / "jni").is_dir():
            shutil.copytree(aar / "jni", native, dirs_exist_ok=True)


def main(folder: Path) -> None:
    libraries = listed()
    stamp = hashlib.sha256(repr((libraries, Path(__file__).read_text())).encode()).hexdigest()
    if (folder / "stamp").exists() and (folder / "stamp").read_text() == stamp:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fetch(libraries, folder)
    for use in ("app", "test"):
        unpack(folder, use)
    (folder / "stamp").write_text(stamp)


main(Path(sys.argv[1]))
