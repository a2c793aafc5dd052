"""The method is arithmetic on frozen state: it reads no clock, draws no number, touches nothing."""

import ast
import sys

from tests.house.sources import ROOT, files

# Standard, but doors to the world outside.
DOORS = {
    "asyncio", "concurrent", "contextvars", "ctypes", "gc", "getpass", "http", "importlib", "io",
    "logging", "multiprocessing", "os", "pathlib", "platform", "queue", "random", "secrets",
    "select", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib", "uuid", "weakref", "gettext", "locale",
}  # fmt: skip
CLOCKS = {"now", "utcnow", "today", "time", "monotonic"}


def test_the_method_imports_the_standard_library_only_and_none_of_its_doors() -> None:
    wrong = []
    for path in files(".py"):
        if path.parts[:3] != ("src", "sizain", "method"):
            continue
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                impure = [name for name in _imported(node) if not _pure(name)]
                wrong += [f"{path}:{node.lineno} {name}" for name in impure]
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if called in {"open", "print", "input", "__import__", "exec", "eval"}:
                    wrong.append(f"{path}:{node.lineno} {called}()")
                if isinstance(node.func, ast.Attribute) and called in CLOCKS and not node.args:
                    wrong.append(f"{path}:{node.lineno} .{called}()")
    assert not wrong, "\n".join(wrong)


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return ["sizain.method" if node.level else node.module or ""]


def _pure(module: str) -> bool:
    top = module.partition(".")[0]
    if top == "sizain":
        return module.startswith("sizain.method")
    return top in sys.stdlib_module_names and top not in DOORS
