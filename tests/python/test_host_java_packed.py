# SPDX-License-Identifier: MIT
"""The jar as others take it: Maven's names, a module's name, sources that compile to the same classes, an installed tree that is used
from elsewhere, and what Kotlin is told of null."""
from __future__ import annotations

import configparser
import re
import shutil
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import pytest

from common import BUILD, ROOT
from test_examples import LUNCH
from test_host_java import JAR, JAVA, run

VERSION = ".".join(re.findall(r"^#define HW_VERSION_M?[A-Z]+ (\d+)$", (ROOT / "include/homework/version.h").read_text(encoding="utf-8"), re.M))
SOURCE = """import org.homework.*;

class Elsewhere {
    public static void main(String[] words) {
        try (Plan plan = Homework.load(java.nio.file.Path.of(words[0]))) {
            System.out.println(plan.assignments().size() + " " + plan.assignment("breathing"));
        }
    }
}
"""


def expect(words: list[object], cwd: Path) -> str:
    done = run(words, cwd)
    assert (done.returncode, done.stderr) == (0, b""), done.stdout + done.stderr
    return done.stdout.decode()


def test_names() -> None:
    with zipfile.ZipFile(JAR) as jar:
        about = "META-INF/maven/org.homework/homework/"
        pom = ElementTree.fromstring(jar.read(about + "pom.xml"))
        space = {"m": "http://maven.apache.org/POM/4.0.0"}
        names = [pom.findtext(f"m:{name}", None, space) for name in ("groupId", "artifactId", "version")]
        assert names == ["org.homework", "homework", VERSION]
        properties = configparser.ConfigParser()
        properties.read_string("[all]\n" + jar.read(about + "pom.properties").decode())
        assert [properties["all"][name] for name in ("groupid", "artifactid", "version")] == names
        manifest = jar.read("META-INF/MANIFEST.MF").decode()
        assert "Automatic-Module-Name: org.homework\r\n" in manifest and f"Implementation-Version: {VERSION}\r\n" in manifest
        assert "META-INF/LICENSE" in jar.namelist() and not any("jetbrains" in name for name in jar.namelist())
    assert run(["java", "-p", JAR, "--describe-module", "org.homework"]).stdout.decode().startswith("org.homework file:")


def test_the_sources_make_the_same_classes(tmp_path: Path) -> None:
    with zipfile.ZipFile(JAVA / "homework-sources.jar") as sources:
        sources.extractall(tmp_path / "src")
    (tmp_path / "null").mkdir()
    expect(["javac", "--release", "17", "-d", tmp_path / "null", *(ROOT / "bindings" / "java" / "annotations").rglob("*.java")], tmp_path)
    files = sorted((tmp_path / "src").rglob("*.java"), reverse=True)
    expect(["javac", "--release", "17", "-encoding", "UTF-8", "-cp", tmp_path / "null", "-d", tmp_path / "classes", *files], tmp_path)
    with zipfile.ZipFile(JAR) as jar:
        known = {name: jar.read(name) for name in jar.namelist() if name.endswith(".class")}
    made = {path.relative_to(tmp_path / "classes").as_posix(): path.read_bytes() for path in (tmp_path / "classes").rglob("*.class")}
    assert len(known) > 150 and made == known


def test_the_same_files_make_the_same_jar(tmp_path: Path) -> None:
    """However the folder lists them, and whenever they were written."""
    packed = []
    for number, names in enumerate((["a.txt", "b.txt", "m/c.txt"], ["m/c.txt", "b.txt", "a.txt"])):
        folder = tmp_path / str(number)
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(name)
        expect(["jar", "--create", f"--file={folder}.jar", "--date=1980-01-02T00:00:00Z", "-C", folder, "."], tmp_path)
        packed.append(Path(f"{folder}.jar").read_bytes())
    assert packed[0] == packed[1]
    with zipfile.ZipFile(JAR) as jar:
        assert {one.date_time[:3] for one in jar.infolist()} == {(1980, 1, 2)}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    prefix = tmp_path_factory.mktemp("prefix")
    done = run(["cmake", "--install", BUILD, "--prefix", prefix, "--component", "java"])
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return prefix


def test_installed(installed: Path, tmp_path: Path) -> None:
    jar = installed / "share" / "java" / "homework.jar"
    assert jar.with_name("homework-sources.jar").exists()
    native = next(installed.rglob("libhomework_jni.*"))
    (tmp_path / "Elsewhere.java").write_text(SOURCE)
    assert expect(["javac", "-Xlint:all", "-Werror", "-cp", jar, "-d", tmp_path, tmp_path / "Elsewhere.java"], tmp_path) == ""
    words = ["-Xcheck:jni", "-cp", f"{jar}:{tmp_path}", "Elsewhere", ROOT / LUNCH]
    said = expect(["java", *words], tmp_path)
    assert re.fullmatch(r"\d+ Assignment\[breathing\]\n", said)
    # Where nothing can be unpacked, the native library that is installed beside it is loaded.
    assert expect(["java", "-Djava.io.tmpdir=/nowhere", f"-Djava.library.path={native.parent}", *words], tmp_path) == said
    done = run(["java", "-Djava.io.tmpdir=/nowhere", "-Djava.library.path=/nowhere", *words], tmp_path)
    assert done.returncode == 1 and b"UnsatisfiedLinkError" in done.stderr and b"/nowhere" in done.stderr


def test_installed_as_a_module(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "module-info.java").write_text("module elsewhere { requires org.homework; }\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "Elsewhere.java").write_text("package elsewhere;\n" + SOURCE)
    jar = installed / "share" / "java" / "homework.jar"
    expect(["javac", "-p", jar, "-d", tmp_path / "made", tmp_path / "module-info.java", tmp_path / "elsewhere" / "Elsewhere.java"], tmp_path)
    said = expect(["java", "-p", f"{jar}:{tmp_path / 'made'}", "-m", "elsewhere/elsewhere.Elsewhere", ROOT / LUNCH], tmp_path)
    assert said.endswith(" Assignment[breathing]\n")


@pytest.mark.parametrize("line, refused", [
    ("val title: String = plan.assignment(\"breathing\").title()", "only safe"),
    ("val title: String? = plan.assignment(\"breathing\")?.title()", ""),
    ("val id: String = plan.uid()", ""),
    ("plan.log(null, null)", "null can not be a value of a non-null type"),
])
def test_kotlin_knows_of_null(line: str, refused: str, tmp_path: Path) -> None:
    if not shutil.which("kotlinc"):
        pytest.skip("there is no kotlinc: the package kotlin has it")
    (tmp_path / "a.kt").write_text("import org.homework.*\nfun tell(plan: Plan) {\n    " + line + "\n}\n")
    done = run(["kotlinc", "-jvm-target", "1.8", "-cp", JAR, tmp_path / "a.kt", "-d", tmp_path / "a.jar"], tmp_path)
    assert (done.returncode == 0) == (refused == "") and refused in done.stderr.decode().lower()
